/**
 * Every error a person can meet: its code, its text in both languages (what happened, what was kept, what to do
 * now) and, where it crosses HTTP, its status. The union is closed: a room that needs a new error adds it here.
 */
export type Language = 'vi' | 'en';

type ErrorText = { vi: string; en: string; status?: number };

const defined = {
  internal: {
    vi: 'Có lỗi bất ngờ trong phần mềm: {reason}. Những gì đã lưu vẫn còn nguyên; hãy thử lại, nếu vẫn lỗi thì khởi động lại phần mềm.',
    en: 'Something unexpected went wrong: {reason}. Everything already saved is kept; try again, and restart the application if it happens again.',
    status: 500,
  },
  'invalid-request': {
    vi: 'Yêu cầu không hợp lệ: {reason}. Không có gì bị thay đổi.',
    en: 'The request is not valid: {reason}. Nothing was changed.',
    status: 400,
  },
  'desk-unreachable': {
    vi: 'Trang làm việc vừa mất liên lạc với phần lưu trữ trên máy này. Những gì chưa kịp lưu vẫn còn trên màn hình và sẽ tự lưu khi nối lại; nếu không nối lại được, hãy chạy lại Tòa Soạn.',
    en: 'The page has lost the part of Tòa Soạn that keeps your work on this computer. What is not saved yet is still on the screen and will be saved once they are connected again; if they do not connect, start Tòa Soạn again.',
  },
  'no-desk': {
    vi: 'Chưa chọn nơi làm việc. Chưa có gì thay đổi; hãy mở tòa soạn mẫu, vào tòa soạn bằng mã mời, hoặc làm việc không cần tòa soạn.',
    en: 'No place to work has been chosen yet. Nothing was changed; open the sample office, join with an invitation code, or work without an office.',
  },
  'core-restarted': {
    vi: 'Phần lưu trữ của Tòa Soạn vừa dừng bất ngờ và đã được khởi động lại. Mọi thứ đã báo là đã lưu vẫn còn nguyên; bạn có thể viết tiếp.',
    en: 'The part of Tòa Soạn that keeps your work stopped unexpectedly and was started again. Everything shown as saved is kept; you can go on writing.',
  },
  'core-stopped': {
    vi: 'Phần lưu trữ của Tòa Soạn dừng nhiều lần liên tiếp nên phần mềm phải đóng lại. Mọi thứ đã báo là đã lưu vẫn còn nguyên; hãy mở lại phần mềm, nếu vẫn lỗi thì báo cho người quản trị.',
    en: 'The part of Tòa Soạn that keeps your work stopped several times in a row, so the application has to close. Everything shown as saved is kept; open it again, and tell your administrator if it happens once more.',
  },
  'file-not-written': {
    vi: 'Không ghi được tệp {file}: {reason}. Bài vẫn còn nguyên; hãy chọn chỗ khác rồi lưu lại.',
    en: 'The file {file} could not be written: {reason}. The article is kept as it is; choose another place and save it again.',
  },
  'export-failed': {
    vi: 'Không làm được tệp này từ bài. Bài vẫn còn nguyên; hãy thử lại, hoặc lưu bài thành kiểu tệp khác.',
    en: 'The file could not be made of the article. The article is kept as it is; try again, or save it as another kind of file.',
  },
  'pdf-not-opened': {
    vi: 'Không mở được bản in: {reason}. Bài vẫn còn nguyên; hãy lưu bài thành tệp PDF rồi in từ tệp đó.',
    en: 'The print could not be opened: {reason}. The article is kept as it is; save it as a PDF file and print that.',
  },
  'page-not-built': {
    vi: 'Trang làm việc chưa được dựng. Dữ liệu chưa bị đụng tới; hãy chạy `npm start` hoặc `npm run build`.',
    en: 'The page has not been built. The data was not touched; run `npm start` or `npm run build`.',
  },
  'node-too-old': {
    vi: 'Tòa Soạn cần Node 24 trở lên để mở cơ sở dữ liệu, nhưng đang chạy trên Node {version}. Dữ liệu chưa bị đụng tới; hãy chạy bằng `npm start` hoặc cài Node 24.',
    en: 'Tòa Soạn needs Node 24 or newer to open its database, but this is Node {version}. The data was not touched; start it with `npm start`, or install Node 24.',
  },
  'database-newer': {
    vi: 'Dữ liệu này do một bản Tòa Soạn mới hơn ghi (bước {found}, bản này biết đến {known}). Dữ liệu chưa bị đụng tới; hãy cập nhật phần mềm rồi mở lại.',
    en: 'This data was written by a newer Tòa Soạn (step {found}; this one knows up to {known}). The data was not touched; update the application and open it again.',
  },
  'database-corrupt': {
    vi: 'Tệp dữ liệu trong thư mục {folder} bị hỏng: {reason}. Tệp vẫn được giữ nguyên. Trên máy làm việc, hãy bấm “Sửa chữa” hoặc chạy lệnh mend; trên máy chủ của tòa soạn, hãy sao chép thư mục ra nơi an toàn rồi lấy lại bản sao lưu.',
    en: 'The data file in the folder {folder} is damaged: {reason}. The file is left as it is. On a workstation, choose “Mend” or run the command mend; on the office’s server, copy the folder to a safe place and take back its backup.',
  },
  'damage-found': {
    vi: 'Kiểm tra thấy {count} chỗ hỏng. Không có gì bị thay đổi; hãy mở Tòa Soạn rồi bấm “Sửa ngay”, hoặc chạy lệnh mend. Dữ liệu nằm trong thư mục {folder}.',
    en: 'The check found {count} damaged places. Nothing was changed; open Tòa Soạn and choose “Mend now”, or run the command mend. The data is in the folder {folder}.',
  },
  'disk-full': {
    vi: 'Không lưu được: ổ đĩa đầy. Bài vẫn còn trên màn hình; hãy giải phóng dung lượng, phần mềm sẽ tự lưu tiếp.',
    en: 'Could not save: the disk is full. The text is still on the screen; free some space and it will be saved.',
  },
  'disk-failing': {
    vi: 'Không đọc ghi được thư mục {folder}: {reason}. Bài vẫn còn trên màn hình; hãy kiểm tra ổ đĩa và quyền ghi, phần mềm sẽ tự lưu tiếp.',
    en: 'The folder {folder} cannot be read or written: {reason}. The text is still on the screen; check the disk and the permissions, and it will be saved.',
  },
  'disk-full-at-start': {
    vi: 'Chưa mở được Tòa Soạn: ổ đĩa chứa thư mục {folder} đã đầy. Mọi bài đã lưu vẫn còn nguyên ở đó; hãy giải phóng dung lượng rồi mở lại.',
    en: 'Tòa Soạn could not be opened: the disk with the folder {folder} is full. Every article saved there is kept; free some space and open it again.',
  },
  'disk-failing-at-start': {
    vi: 'Chưa mở được Tòa Soạn: không đọc ghi được thư mục {folder} ({reason}). Dữ liệu trong đó không bị thay đổi; hãy kiểm tra ổ đĩa và quyền ghi rồi mở lại.',
    en: 'Tòa Soạn could not be opened: the folder {folder} cannot be read or written ({reason}). The data in it was not changed; check the disk and the permissions, and open it again.',
  },
  'folder-read-only': {
    vi: 'Không được phép ghi vào thư mục {folder}. Dữ liệu trong đó chưa bị đụng tới; hãy mở quyền ghi hoặc chọn thư mục khác rồi mở lại.',
    en: 'The folder {folder} may not be written to. The data in it was not touched; allow writing or choose another folder, and open it again.',
  },
  'already-open': {
    vi: 'Tòa Soạn đang mở thư mục {folder} ở một cửa sổ khác trên máy này. Không có gì bị thay đổi; hãy dùng cửa sổ đó, hoặc đóng nó lại rồi thử lại.',
    en: 'Another Tòa Soạn on this computer has the folder {folder} open. Nothing was changed; use that window, or close it and try again.',
  },
  'backup-not-found': {
    vi: 'Không có bản sao lưu tên {name}. Không có gì bị thay đổi; hãy xem danh sách bản sao lưu rồi chọn lại.',
    en: 'There is no backup named {name}. Nothing was changed; look at the list of backups and choose again.',
    status: 404,
  },
  'backup-broken': {
    vi: 'Bản sao lưu {name} không còn nguyên vẹn ({reason}). Dữ liệu đang dùng không bị ảnh hưởng; hãy chọn một bản khác.',
    en: 'The backup {name} is not whole ({reason}). The data in use is not affected; choose another one.',
  },
  'backup-failed': {
    vi: 'Chưa sao lưu được vào {folder}: {reason}. Dữ liệu đang dùng và các bản sao lưu cũ vẫn nguyên vẹn; phần mềm sẽ tự thử lại, hoặc hãy chọn thư mục khác.',
    en: 'No backup could be made in {folder}: {reason}. The data in use and the earlier backups are whole; it will be tried again, or choose another folder.',
  },
  'backup-disk-full': {
    vi: 'Chưa sao lưu được vào {folder}: ổ đĩa đầy. Dữ liệu đang dùng và các bản sao lưu cũ vẫn nguyên vẹn; hãy giải phóng dung lượng hoặc chọn thư mục khác.',
    en: 'No backup could be made in {folder}: the disk is full. The data in use and the earlier backups are whole; free some space or choose another folder.',
  },
  'backup-folder-gone': {
    vi: 'Chưa sao lưu được: không thấy thư mục {folder} (có thể ổ đĩa đã rút ra). Dữ liệu đang dùng vẫn nguyên vẹn; hãy cắm lại ổ đĩa hoặc chọn thư mục khác.',
    en: 'No backup could be made: the folder {folder} is not there (perhaps the disk was taken out). The data in use is whole; connect the disk again or choose another folder.',
  },
  'backup-folder-refused': {
    vi: 'Không dùng được “{folder}” làm nơi sao lưu: đó phải là đường dẫn đầy đủ tới một thư mục đã có và ghi được. Cài đặt cũ vẫn giữ nguyên; hãy kiểm tra lại đường dẫn hoặc chọn thư mục khác.',
    en: 'Backups cannot be kept in “{folder}”: it has to be the full path of a folder that is there and can be written to. The settings are as they were; check the path or choose another folder.',
    status: 400,
  },
  'nothing-to-mend': {
    vi: 'Kiểm tra không thấy chỗ hỏng nào trong {folder}. Không có gì bị thay đổi.',
    en: 'The check found nothing damaged in {folder}. Nothing was changed.',
    status: 409,
  },
  'file-not-found': {
    vi: 'Không tìm thấy tệp {file}. Không có gì bị thay đổi; hãy kiểm tra lại đường dẫn.',
    en: 'The file {file} was not found. Nothing was changed; check the path.',
  },
  'file-unreadable': {
    vi: 'Không đọc được {file}: {reason}. Không có gì bị thay đổi; hãy kiểm tra quyền đọc hoặc ổ đĩa rồi nhập lại.',
    en: '{file} cannot be read: {reason}. Nothing was changed; check the permissions or the disk and import it again.',
  },
  'file-empty': {
    vi: 'Tệp {file} không có nội dung. Chưa tạo bài nào; hãy chọn tệp khác.',
    en: 'The file {file} is empty. No article was made; choose another file.',
    status: 400,
  },
  'file-too-large': {
    vi: 'Tệp {file} quá lớn ({size} MB, tối đa {limit} MB). Tệp gốc vẫn nguyên vẹn và chưa tạo bài nào; hãy chia nhỏ hoặc chọn tệp khác.',
    en: 'The file {file} is too large ({size} MB; the limit is {limit} MB). The file itself is untouched and nothing was imported; split it or choose another.',
    status: 413,
  },
  'file-too-long': {
    vi: 'Tệp {file} dài quá một bài ({characters} ký tự, {lines} dòng; tối đa {limit} ký tự, {lineLimit} dòng). Tệp gốc vẫn nguyên vẹn và chưa tạo bài nào; hãy tách thành nhiều tệp.',
    en: 'The file {file} is too long for one article ({characters} characters, {lines} lines; the limit is {limit} characters, {lineLimit} lines). The file itself is untouched and no article was made; split it.',
    status: 413,
  },
  'file-not-text': {
    vi: 'Tệp {file} không phải là văn bản. Tệp gốc vẫn nguyên vẹn và chưa tạo bài nào; hãy chọn tệp .docx, .odt, .rtf, .doc, .pdf, .html hoặc .txt.',
    en: 'The file {file} is not text. The file itself is untouched and no article was made; choose a .docx, .odt, .rtf, .doc, .pdf, .html or .txt file.',
    status: 400,
  },
  'file-locked': {
    vi: 'Tệp {file} có mật khẩu nên không đọc được. Tệp gốc vẫn nguyên vẹn và chưa tạo bài nào; hãy mở tệp, lưu lại không có mật khẩu rồi nhập lại.',
    en: 'The file {file} is protected by a password and cannot be read. The file itself is untouched and no article was made; open it, save it without a password and import it again.',
    status: 400,
  },
  'file-damaged': {
    vi: 'Tệp {file} bị hỏng, chép chưa hết hoặc không đúng loại như tên của nó. Tệp gốc vẫn nguyên vẹn và chưa tạo bài nào; hãy chép lại từ nơi gửi, hoặc mở bằng Word hay LibreOffice và lưu thành tệp mới.',
    en: 'The file {file} is damaged, cut off, or not what its name says. The file itself is untouched and no article was made; copy it again from where it came, or open it in Word or LibreOffice and save it anew.',
    status: 400,
  },
  'file-unpacks-too-large': {
    vi: 'Tệp {file} giải nén ra quá lớn so với một bài báo nên không được đọc tiếp. Tệp gốc vẫn nguyên vẹn và chưa tạo bài nào; hãy lưu phần cần dùng thành tệp nhỏ hơn.',
    en: 'The file {file} unpacks to far more than an article, so it was not read on. The file itself is untouched and no article was made; save the part you need as a smaller file.',
    status: 413,
  },
  'file-without-text': {
    vi: 'Tệp {file} chỉ có ảnh chụp các trang, không có chữ. Tệp gốc vẫn nguyên vẹn và chưa tạo bài nào; hãy xin bản Word của văn bản, hoặc nhận dạng chữ rồi nhập lại.',
    en: 'The file {file} holds pictures of pages and no letters. The file itself is untouched and no article was made; ask for the document in Word, or have its text recognised and import that.',
    status: 400,
  },
  'file-too-hard': {
    vi: 'Đọc tệp {file} mất quá lâu hoặc quá nhiều bộ nhớ nên đã dừng. Tệp gốc vẫn nguyên vẹn và chưa tạo bài nào; hãy mở bằng Word hay LibreOffice, lưu phần cần dùng thành tệp mới rồi nhập lại.',
    en: 'Reading the file {file} took too long or too much memory and was stopped. The file itself is untouched and no article was made; open it in Word or LibreOffice, save what you need as a new file and import that.',
    status: 400,
  },
  'import-forgotten': {
    vi: 'Các ảnh của tệp {file} không còn chờ ở phần lưu trữ (Tòa Soạn vừa khởi động lại, hoặc có quá nhiều tệp đang chờ). Chưa tạo bài nào; hãy nhập lại tệp.',
    en: 'The pictures of the file {file} are not waiting any more (Tòa Soạn has started anew, or too many files were waiting). No article was made; import the file again.',
    status: 409,
  },
  'file-broken-encoding': {
    vi: 'Bảng mã của tệp {file} bị lỗi ở byte {offset}. Tệp gốc vẫn nguyên vẹn và chưa tạo bài nào; hãy lưu lại tệp bằng bảng mã UTF-8 rồi nhập lại.',
    en: 'The file {file} has broken text encoding at byte {offset}. The file itself is untouched and no article was made; save it again as UTF-8 and import it.',
    status: 400,
  },
  'photo-not-an-image': {
    vi: 'Tệp {file} không phải là ảnh đọc được. Tệp gốc vẫn nguyên vẹn và chưa thêm ảnh nào; hãy chọn ảnh JPEG, PNG, WebP, AVIF hoặc TIFF.',
    en: 'The file {file} is not a picture that can be read. The file itself is untouched and no picture was added; choose a JPEG, PNG, WebP, AVIF or TIFF.',
    status: 400,
  },
  'photo-heic': {
    vi: 'Ảnh {file} là HEIC của điện thoại, kiểu ảnh mà phần mềm này không giải mã được. Tệp gốc vẫn nguyên vẹn và chưa thêm ảnh nào; hãy gửi lại từ điện thoại ở dạng JPEG (iPhone: Cài đặt > Camera > Định dạng > Tương thích nhất) hoặc lưu thành JPEG rồi thêm lại.',
    en: 'The picture {file} is a HEIC of a phone, which this application cannot decode. The file itself is untouched and no picture was added; send it from the phone as a JPEG (iPhone: Settings > Camera > Formats > Most Compatible), or save it as a JPEG and add that.',
    status: 400,
  },
  'photo-raw': {
    vi: 'Tệp {file} là ảnh thô (RAW) của máy ảnh, chưa tráng thành ảnh. Tệp gốc vẫn nguyên vẹn và chưa thêm ảnh nào; hãy chọn tệp JPEG chụp kèm, hoặc xuất ảnh thô thành JPEG hay TIFF rồi thêm lại.',
    en: 'The file {file} is a camera’s raw data, not yet developed into a picture. The file itself is untouched and no picture was added; choose the JPEG that was taken along with it, or develop it into a JPEG or TIFF and add that.',
    status: 400,
  },
  'photo-animated': {
    vi: 'Tệp {file} là ảnh động hoặc GIF, không phải ảnh chụp. Tệp gốc vẫn nguyên vẹn và chưa thêm ảnh nào; hãy lưu một khung hình thành JPEG hoặc PNG rồi thêm lại.',
    en: 'The file {file} is an animation or a GIF, not a photo. The file itself is untouched and no picture was added; save one frame of it as a JPEG or PNG and add that.',
    status: 400,
  },
  'photo-empty': {
    vi: 'Tệp {file} rỗng (0 byte), có thể do chép dở. Chưa thêm ảnh nào; hãy chép lại ảnh từ thẻ nhớ rồi thêm lại.',
    en: 'The file {file} is empty (0 bytes), perhaps because it was not copied to its end. No picture was added; copy it again from the camera and add it once more.',
    status: 400,
  },
  'photo-changed': {
    vi: 'Tệp {file} thay đổi trong lúc đang đọc, có thể vì đang được chép tới. Tệp gốc vẫn nguyên vẹn và chưa thêm ảnh nào; hãy đợi chép xong rồi thêm lại.',
    en: 'The file {file} changed while it was being read, perhaps because it is still being copied. The file itself is untouched and no picture was added; wait until it is whole and add it again.',
    status: 409,
  },
  'photo-too-hard': {
    vi: 'Ảnh {file} cần quá nhiều thời gian hoặc bộ nhớ để đọc, có thể do tệp hỏng. Tệp gốc vẫn nguyên vẹn và chưa thêm ảnh nào; hãy mở ảnh bằng phần mềm ảnh, lưu lại thành JPEG rồi thêm lại.',
    en: 'The picture {file} takes too much time or memory to read; the file may be damaged. The file itself is untouched and no picture was added; open it in a picture program, save it as a JPEG and add that.',
    status: 400,
  },
  'photo-in-use': {
    vi: 'Ảnh {file} đã gửi về tòa soạn hoặc đang có trong bài nên không bỏ được. Ảnh vẫn còn nguyên; hãy để riêng ảnh (phím X) để ảnh không hiện trong danh sách.',
    en: 'The picture {file} was sent to the office or stands in an article, so it cannot be discarded. It is as it was; put it aside with the X key, and lists leave it out.',
    status: 409,
  },
  'lists-behind': {
    vi: 'Máy còn đang cập nhật danh sách bài nên chưa biết chắc ảnh có đang nằm trong bài nào không. Chưa bỏ ảnh nào; hãy thử lại sau một phút.',
    en: 'The lists of articles are still being brought up to date, so it is not certain yet whether a picture stands in one. No picture was discarded; try again in a minute.',
    status: 503,
  },
  'photo-changed-since': {
    vi: 'Chú thích của ảnh {name} đã đổi từ lúc xem trước nên không thay. Chú thích vẫn còn nguyên; hãy tìm lại rồi thay.',
    en: 'The caption of {name} has changed since the preview, so nothing was replaced in it. It is as it was; find again, then replace.',
    status: 409,
  },
  'photo-truncated': {
    vi: 'Ảnh {file} bị cắt dở, không đọc được hết. Tệp gốc vẫn nguyên vẹn và chưa thêm ảnh nào; hãy chép lại ảnh từ thẻ nhớ rồi thêm lại.',
    en: 'The picture {file} is cut off in the middle. The file itself is untouched and no picture was added; copy it again from the camera and add it once more.',
    status: 400,
  },
  'photo-too-large': {
    vi: 'Ảnh {file} quá lớn ({size}, tối đa {limit}). Tệp gốc vẫn nguyên vẹn và chưa thêm ảnh nào; hãy thu nhỏ ảnh rồi thêm lại.',
    en: 'The picture {file} is too large ({size}; the limit is {limit}). The file itself is untouched and no picture was added; make it smaller and add it again.',
    status: 413,
  },
  'paste-empty': {
    vi: 'Không có gì dán được: nơi sao chép không cho chữ hay ảnh nào mà bài viết nhận. Bài không thay đổi; hãy sao chép lại, hoặc lưu thành tệp rồi nhập vào.',
    en: 'There is nothing that could be pasted: what was copied has no text or picture that an article takes. The article did not change; copy it again, or save it as a file and import that.',
  },
  'paste-failed': {
    vi: 'Không dán được: {reason}. Bài không thay đổi; hãy thử dán không định dạng (Ctrl+Shift+V).',
    en: 'Pasting did not work: {reason}. The article did not change; try to paste without formats (Ctrl+Shift+V).',
  },
  'paste-too-large': {
    vi: 'Nội dung dán quá dài cho một bài viết. Bài không thay đổi; hãy dán từng phần, hoặc lưu thành tệp rồi nhập vào.',
    en: 'What was pasted is too long for one article. The article did not change; paste it in parts, or save it as a file and import that.',
  },
  'clipboard-unreadable': {
    vi: 'Không được phép đọc khay nhớ tạm từ bảng lệnh. Bài không thay đổi; hãy đặt con trỏ vào bài rồi bấm Ctrl+Shift+V.',
    en: 'The clipboard may not be read from the palette. The article did not change; put the caret into the article and press Ctrl+Shift+V.',
  },
  'metadata-tool-missing': {
    vi: 'Máy này chưa chạy được ExifTool nên không đọc ghi được thông tin nằm trong tệp ảnh: {reason}. Ảnh và chú thích đã lưu vẫn còn nguyên; hãy cài Perl (Debian, Ubuntu: apt install perl) hoặc cài lại Tòa Soạn.',
    en: 'ExifTool cannot run on this computer, so what picture files say of themselves can be neither read nor written: {reason}. The pictures and the captions that are saved are kept; install Perl (Debian, Ubuntu: apt install perl), or install Tòa Soạn anew.',
  },
  'photo-metadata-failed': {
    vi: 'Không ghi được chú thích vào tệp ảnh {file}: {reason}. Ảnh gốc và chú thích ở tòa soạn vẫn còn nguyên, tệp này không được đưa ra; hãy thử lại, nếu vẫn lỗi thì xuất ảnh thành JPEG.',
    en: 'The caption could not be written into the picture {file}: {reason}. The original and the caption at the desk are kept, and this file was not given out; try again, and if it happens once more, export the picture as a JPEG.',
  },
  'photo-held-back': {
    vi: 'Ảnh {file} chỉ được ra ngoài khi đã che mặt, mà chưa ai che, nên không đưa ra. Ảnh vẫn còn nguyên ở tòa soạn; hãy che mặt trong Chỉnh ảnh rồi xuất lại.',
    en: 'The picture {file} may go out only with faces pixelated, and nobody has pixelated them, so it was not given out. It is kept at the desk; pixelate the faces in the picture editor and export it again.',
    status: 409,
  },
  'photo-hash-mismatch': {
    vi: 'Ảnh nhận được không khớp với mã của nó. Bản gốc ở nơi gửi vẫn còn; phần mềm sẽ tự gửi lại.',
    en: 'The picture that arrived does not match its hash. The original is kept where it came from and will be sent again.',
    status: 409,
  },
  'photo-not-found': {
    vi: 'Không tìm thấy ảnh {sha256}: ảnh đã bị bỏ, hoặc chưa về máy này. Những gì khác vẫn còn nguyên; nếu ảnh là của tòa soạn, hãy nối mạng rồi thử lại.',
    en: 'The photo {sha256} was not found: it was discarded, or is not on this computer yet. Everything else is as it was; if it is the office’s, go online and try again.',
    status: 404,
  },
  'photo-ambiguous': {
    vi: 'Có nhiều ảnh bắt đầu bằng {sha256}. Chưa làm gì; hãy gõ thêm vài ký tự của mã ảnh.',
    en: 'Several pictures begin with {sha256}. Nothing was done; give more of the digits.',
    status: 409,
  },
  'article-changed-since': {
    vi: 'Bài này đã được sửa sau khi xem trước nên không thay gì trong đó. Bài vẫn giữ nguyên; hãy tìm lại rồi thay.',
    en: 'This article was changed after the preview, so nothing was replaced in it. It is as it was; search again, then replace.',
    status: 409,
  },
  'article-not-draft': {
    vi: 'Bài này đang chờ duyệt, đã duyệt hoặc để riêng nên chưa sửa được. Bài vẫn giữ nguyên; hãy đưa bài về nháp (rút lại hoặc mở lại) rồi sửa.',
    en: 'This article is in review, approved or set aside, so it cannot be changed now. It is as it was; recall or reopen it, then change it.',
  },
  'article-not-found': {
    vi: 'Không tìm thấy bài {id}. Không có gì bị thay đổi; hãy kiểm tra lại mã bài.',
    en: 'The article {id} was not found. Nothing was changed; check the id.',
    status: 404,
  },
  'revision-not-found': {
    vi: 'Không tìm thấy phiên bản {revision}. Không có gì bị thay đổi; hãy đồng bộ rồi thử lại.',
    en: 'The revision {revision} was not found. Nothing was changed; sync and try again.',
    status: 404,
  },
  'update-invalid': {
    vi: 'Một thay đổi nhận được bị hỏng nên không ghép vào bài ({reason}). Bài vẫn còn nguyên; thay đổi đó được giữ riêng.',
    en: 'A change that arrived is broken and was not merged into the article ({reason}). The article is intact; the change is kept aside.',
    status: 400,
  },
  'headline-missing': {
    vi: 'Chưa gửi được: bài chưa có tiêu đề. Bài vẫn được giữ trong bản nháp; hãy viết tiêu đề rồi gửi lại.',
    en: 'Not submitted: the article has no headline. The draft is kept; write a headline and submit again.',
    status: 409,
  },
  'fields-missing': {
    vi: 'Chưa gửi được: thể loại này còn thiếu {count} mục bắt buộc. Bài vẫn được giữ trong bản nháp; hãy điền ở thẻ Thông tin rồi gửi lại.',
    en: 'Not submitted: this kind of article still needs {count} things. The draft is kept; fill them in under Details and submit again.',
    status: 409,
  },
  'photos-too-few': {
    vi: 'Chưa gửi được: thể loại này cần ít nhất {wants} ảnh, bài mới có {has}. Bài vẫn được giữ trong bản nháp; hãy thêm ảnh vào nội dung hoặc chọn thể loại khác.',
    en: 'Not submitted: this kind of article needs at least {wants} photos, and it has {has}. The draft is kept; add photos to the text or choose another kind.',
    status: 409,
  },
  'placeholders-left': {
    vi: 'Chưa gửi được: còn {count} chỗ TK chưa điền. Bài vẫn được giữ trong bản nháp; hãy điền hoặc xóa các chỗ đó rồi gửi lại.',
    en: 'Not submitted: {count} TK marks are still to be filled in. The draft is kept; fill them in or delete them and submit again.',
    status: 409,
  },
  'photo-missing': {
    vi: 'Chưa gửi được: còn {count} chỗ ảnh chưa có tệp ảnh. Bài vẫn được giữ trong bản nháp; hãy thêm ảnh hoặc bỏ chỗ ảnh đó.',
    en: 'Not submitted: {count} photo places have no picture yet. The draft is kept; add the pictures or remove the places.',
    status: 409,
  },
  'caption-missing': {
    vi: 'Chưa gửi được: {count} ảnh còn thiếu chú thích, nguồn ảnh hoặc văn bản thay thế. Bài vẫn được giữ trong bản nháp; hãy điền rồi gửi lại.',
    en: 'Not submitted: {count} photos lack a caption, a credit or alt text. The draft is kept; fill them in and submit again.',
    status: 409,
  },
  'photos-withheld': {
    vi: 'Chưa gửi được: {count} ảnh chỉ được ra ngoài khi đã che mặt, mà chưa ai che. Bài vẫn được giữ trong bản nháp; hãy che mặt trong Chỉnh ảnh hoặc thay ảnh khác.',
    en: 'Not submitted: {count} photos may go out only with faces pixelated, and nobody has pixelated them. The draft is kept; pixelate them or take other photos.',
    status: 409,
  },
  'photos-expired': {
    vi: 'Chưa gửi được: quyền dùng {count} ảnh đã hết hạn. Bài vẫn được giữ trong bản nháp; hãy thay ảnh, hoặc gia hạn trong bàn chú thích nếu đã được phép.',
    en: 'Not submitted: the rights of {count} photos have ended. The draft is kept; take other photos, or set a later day at the caption desk if that is agreed.',
    status: 409,
  },
  'photos-withheld-since': {
    vi: 'Chưa duyệt được: sau khi bài được gửi, {count} ảnh trong bản này được ghi là phải che mặt, mà bản này chưa che. Bài vẫn chờ duyệt; hãy trả lại để người viết che mặt rồi gửi lại.',
    en: 'Not approved: since this was submitted, {count} of its photos have been marked as to be pixelated, and in this revision they are not. The article still waits; return it, so that the faces are pixelated and it is submitted again.',
    status: 409,
  },
  'photos-expired-since': {
    vi: 'Chưa duyệt được: quyền dùng {count} ảnh trong bản này đã hết hạn. Bài vẫn chờ duyệt; hãy trả lại để thay ảnh, hoặc gia hạn trong bàn chú thích nếu đã được phép.',
    en: 'Not approved: the rights of {count} photos of this revision have ended. The article still waits; return it, so that other photos are taken, or set a later day at the caption desk if that is agreed.',
    status: 409,
  },
  'attachment-refused': {
    vi: 'Không đính kèm được {file}: tệp hỏng, hoặc không phải loại tài liệu đính kèm được (PDF, Word, Excel, PowerPoint, OpenDocument, RTF, TXT, CSV, EPUB, ZIP). Tệp gốc vẫn nguyên vẹn và bài không thay đổi; hãy lưu lại thành PDF rồi đính kèm.',
    en: '{file} cannot be attached: it is damaged, or no kind of document that can be (PDF, Word, Excel, PowerPoint, OpenDocument, RTF, TXT, CSV, EPUB, ZIP). The file itself is untouched and the article did not change; save it as a PDF and attach that.',
    status: 400,
  },
  'attachment-empty': {
    vi: 'Tệp {file} không có nội dung nên không đính kèm được. Bài không thay đổi; hãy chọn tệp khác.',
    en: 'The file {file} is empty and cannot be attached. The article did not change; choose another file.',
    status: 400,
  },
  'attachment-program': {
    vi: 'Không đính kèm được {file}: đây là chương trình, hoặc bên trong có chương trình. Tệp gốc vẫn nguyên vẹn và bài không thay đổi; chỉ đính kèm tài liệu để bạn đọc mở ra là đọc được.',
    en: '{file} cannot be attached: it is a program, or holds one. The file itself is untouched and the article did not change; attach only documents, which readers can safely open.',
    status: 400,
  },
  'attachment-macros': {
    vi: 'Không đính kèm được {file}: tài liệu có macro, tức là có chương trình bên trong. Tệp gốc vẫn nguyên vẹn và bài không thay đổi; hãy lưu lại thành PDF, .docx hoặc .xlsx rồi đính kèm.',
    en: '{file} cannot be attached: it holds macros, which are programs. The file itself is untouched and the article did not change; save it as a PDF, .docx or .xlsx and attach that.',
    status: 400,
  },
  'attachment-locked': {
    vi: 'Không đính kèm được {file}: tệp có mật khẩu nên bạn đọc không mở được. Tệp gốc vẫn nguyên vẹn và bài không thay đổi; hãy bỏ mật khẩu rồi đính kèm lại.',
    en: '{file} cannot be attached: it has a password, so readers could not open it. The file itself is untouched and the article did not change; take the password off and attach it again.',
    status: 400,
  },
  'attachment-too-large': {
    vi: 'Tệp {file} quá lớn ({size}, tối đa {limit}). Tệp gốc vẫn nguyên vẹn và bài không thay đổi; hãy nén nhỏ lại hoặc chia thành nhiều tệp.',
    en: 'The file {file} is too large ({size}; the limit is {limit}). The file itself is untouched and the article did not change; make it smaller or divide it.',
    status: 413,
  },
  'attachment-not-found': {
    vi: 'Tài liệu đính kèm {sha256} không có ở đây. Bài vẫn còn nguyên; hãy đồng bộ rồi thử lại.',
    en: 'The attached document {sha256} is not here. The article is intact; sync and try again.',
    status: 404,
  },
  'attachment-missing': {
    vi: 'Chưa gửi được: {count} tài liệu đính kèm không có trên máy này. Bài vẫn được giữ trong bản nháp; hãy đợi đồng bộ xong, đính kèm lại, hoặc bỏ tài liệu đó khỏi bài.',
    en: 'Not submitted: {count} attached documents are not on this computer. The draft is kept; wait until they are synced, attach them again, or take them out of the article.',
    status: 409,
  },
  'related-missing': {
    vi: 'Chưa gửi được: {count} bài liên quan không còn, hoặc đã để riêng. Bài vẫn được giữ trong bản nháp; hãy chọn bài khác hoặc bỏ liên kết đó.',
    en: 'Not submitted: {count} related articles are gone or were set aside. The draft is kept; choose others or take the links out.',
    status: 409,
  },
  'wrong-state': {
    vi: 'Không làm được việc này khi bài đang ở trạng thái “{state}”. Bài vẫn còn nguyên; hãy xem lại trạng thái của bài.',
    en: 'This cannot be done while the article is “{state}”. The article is intact; look at its state again.',
    status: 409,
  },
  'not-allowed': {
    vi: 'Vai trò “{role}” không được làm việc này. Bài vẫn còn nguyên; hãy nhờ người có quyền.',
    en: 'The role “{role}” may not do this. The article is intact; ask someone who may.',
    status: 403,
  },
  'four-eyes': {
    vi: 'Tác giả không tự duyệt bài của mình. Bài vẫn chờ duyệt; hãy để người khác duyệt.',
    en: 'An author does not approve their own article. It stays in review; another person has to approve it.',
    status: 403,
  },
  'reason-required': {
    vi: 'Cần ghi lý do khi trả lại bài. Bài vẫn chờ duyệt; hãy ghi lý do rồi trả lại.',
    en: 'Returning an article needs a reason. It stays in review; write the reason and return it.',
    status: 400,
  },
  'revision-not-head': {
    vi: 'Bản được duyệt không còn là bản mới nhất, nên lượt duyệt này không có hiệu lực. Toàn bộ nội dung vẫn còn; hãy xem bản mới rồi duyệt lại.',
    en: 'The approved revision is no longer the newest, so this approval has no effect. All of the text is still there; look at the new revision and approve it.',
    status: 409,
  },
  'event-out-of-date': {
    vi: 'Trong lúc ngoại tuyến, bài đã có bước khác nên bước này không có hiệu lực. Toàn bộ nội dung vẫn còn; hãy xem lại bài rồi làm lại nếu cần.',
    en: 'Something else happened to the article meanwhile, so this step has no effect. All of the text is still there; look at the article and do it again if needed.',
    status: 409,
  },
  'entry-too-large': {
    vi: 'Thay đổi này quá lớn ({size} MB, tối đa {limit} MB) nên máy chủ không nhận. Nội dung vẫn còn trên máy này; hãy chia bài thành nhiều phần.',
    en: 'This change is too large ({size} MB; the limit is {limit} MB) and was not accepted. The content is kept on this computer; divide the article into parts.',
    status: 413,
  },
  'too-many-attempts': {
    vi: 'Đã thử quá nhiều lần. Chưa có gì thay đổi; hãy đợi vài phút rồi thử lại.',
    en: 'There were too many attempts. Nothing was changed; wait a few minutes and try again.',
    status: 429,
  },
  'bad-signature': {
    vi: 'Chữ ký của máy gửi không đúng, nên máy chủ không nhận. Nội dung vẫn còn trên máy này; hãy báo quản trị viên.',
    en: 'The signature of the sending device is not right, so it was not accepted. The content is kept on this computer; tell your administrator.',
    status: 403,
  },
  'hash-mismatch': {
    vi: 'Nội dung không khớp với mã băm của nó, nên không được nhận. Nội dung vẫn còn trên máy đã gửi; hãy đồng bộ lại.',
    en: 'The content does not match its hash and was not accepted. It is kept on the computer that sent it; sync again.',
    status: 409,
  },
  'no-office': {
    vi: 'Máy này chưa vào tòa soạn nào nên chưa đồng bộ được. Bài vẫn lưu trên máy; hãy nhập mã mời để vào tòa soạn.',
    en: 'This computer has not joined an office, so there is nothing to sync with. Your articles are saved here; join with an invitation code.',
    status: 409,
  },
  'invitation-unknown': {
    vi: 'Mã mời không đúng. Chưa có gì thay đổi; hãy kiểm tra lại từng chữ hoặc xin mã mới.',
    en: 'The invitation code is not right. Nothing was changed; check each letter or ask for a new one.',
    status: 403,
  },
  'invitation-used': {
    vi: 'Mã mời này đã được dùng. Chưa có gì thay đổi; hãy xin quản trị viên một mã mới.',
    en: 'This invitation code has been used already. Nothing was changed; ask your administrator for a new one.',
    status: 403,
  },
  'not-signed-in': {
    vi: 'Máy chủ không nhận phiên làm việc của máy này. Bài vẫn lưu trên máy; hãy xin mã mời mới để vào lại tòa soạn.',
    en: 'The endpoint does not accept this computer any more. Your articles are saved here; ask for a new invitation code and join again.',
    status: 401,
  },
  'endpoint-not-started': {
    vi: 'Không khởi động được máy chủ của tòa soạn mẫu: {reason}. Dữ liệu vẫn còn nguyên; hãy thử lại, hoặc làm việc không cần tòa soạn.',
    en: 'The endpoint of the sample office could not be started: {reason}. All data is kept; try again, or work without an office.',
  },
  'endpoint-unreachable': {
    vi: 'Chưa kết nối được với máy chủ {endpoint}. Mọi thứ vẫn lưu trên máy và sẽ tự gửi khi có mạng; hãy kiểm tra mạng hoặc địa chỉ.',
    en: 'The endpoint {endpoint} cannot be reached. Everything is saved here and will be sent when there is a network; check the network or the address.',
    status: 502,
  },
  'endpoint-timeout': {
    vi: 'Máy chủ {endpoint} trả lời quá chậm. Mọi thứ vẫn lưu trên máy và sẽ tự gửi lại; không cần làm gì.',
    en: 'The endpoint {endpoint} is too slow to answer. Everything is saved here and will be sent again by itself.',
    status: 504,
  },
  'endpoint-not-ours': {
    vi: 'Địa chỉ {endpoint} trả lời bằng thứ không phải của Tòa Soạn (có thể là trang đăng nhập của mạng). Mọi thứ vẫn lưu trên máy; hãy kiểm tra địa chỉ hoặc đăng nhập mạng.',
    en: 'The address {endpoint} answered with something that is not a Tòa Soạn endpoint (perhaps a network sign-in page). Everything is saved here; check the address or sign in to the network.',
    status: 502,
  },
  'endpoint-version-unknown': {
    vi: 'Máy chủ {endpoint} dùng phiên bản {found} mà bản phần mềm này không hiểu. Mọi thứ vẫn lưu trên máy; hãy cập nhật Tòa Soạn.',
    en: 'The endpoint {endpoint} speaks version {found}, which this application does not know. Everything is saved here; update Tòa Soạn.',
    status: 409,
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof defined;
export const errorTexts: Record<ErrorCode, ErrorText> = defined;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(defined, value);
}

/** Details that are names of ours, in the words that people know them by: a state of the workflow, a role. */
export const detailWords: Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>> = {
  vi: {
    state: {
      none: 'chưa có bài',
      draft: 'bản nháp',
      'in-review': 'chờ duyệt',
      approved: 'đã duyệt',
      spiked: 'để riêng',
      live: 'đã đăng',
      withdrawn: 'đã gỡ',
    },
    role: { writer: 'phóng viên', reviewer: 'người duyệt', admin: 'quản trị', endpoint: 'máy chủ' },
  },
  en: {
    state: { none: 'no article yet', 'in-review': 'in review', spiked: 'set aside', withdrawn: 'taken down' },
    role: {},
  },
};
