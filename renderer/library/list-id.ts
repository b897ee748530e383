/** DOM id of the list, which the search field names as what it controls. */
export const LIST_ID = 'article-list';
