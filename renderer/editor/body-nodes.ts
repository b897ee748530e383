import { LinkNode } from '@lexical/link';
import { BoxNode } from './box-node.ts';
import { EmbedNode } from './embed-node.ts';
import { LineNode } from './line-node.ts';
import { ListNode } from './list-node.ts';

/** What the body is made of, beside text and breaks. */
export const bodyNodes = [LineNode, ListNode, BoxNode, EmbedNode, LinkNode];
