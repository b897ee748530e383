/**
 * Words of two syllables or more that are often written wrong though each syllable is right, with what was meant. They
 * are suggested and never put right by themselves: nearly all of them can be meant somewhere.
 */
const pairs = `
  biểu diển → biểu diễn; biễn đảo → biển đảo; bàng quang → bàng quan; bãi đổ xe → bãi đỗ xe; bão hiểm → bảo hiểm;
  bão vệ → bảo vệ; bão đảm → bảo đảm; bải biển → bãi biển; bỏ dỡ → bỏ dở; bồi dưởng → bồi dưỡng; bổ xung → bổ sung;
  che dấu → che giấu; chua sót → chua xót; chung thành → trung thành; chung thực → trung thực;
  chuyền hình → truyền hình; chuyền thông → truyền thông; chuyền thống → truyền thống; chuyễn đổi → chuyển đổi;
  chuyện ngắn → truyện ngắn; chuẩn đoán → chẩn đoán; chách nhiệm → trách nhiệm;
  chân thành cám ơn → chân thành cảm ơn; chí tuệ → trí tuệ; chín mùi → chín muồi; chót lọt → trót lọt;
  chôn dấu → chôn giấu; chương chình → chương trình; chưởng phòng → trưởng phòng; chầu trực → chầu chực;
  chẻ em → trẻ em; câu truyện → câu chuyện; cãi cách → cải cách; cãi thiện → cải thiện; cãi tạo → cải tạo;
  công xuất → công suất; cúng giường → cúng dường; cũng cố → củng cố; cơn bảo → cơn bão; cải nhau → cãi nhau;
  cất dấu → cất giấu; cặp bến → cập bến; cọ sát → cọ xát; cổ máy → cỗ máy; củng có → cũng có; củng như → cũng như;
  dao lưu → giao lưu; dao thông → giao thông; diển biến → diễn biến; diển ra → diễn ra; diển đàn → diễn đàn;
  dành chiến thắng → giành chiến thắng; dành giải → giành giải; dành giật → giành giật;
  dành huy chương → giành huy chương; dành quyền → giành quyền; dành thắng → giành thắng; dá cả → giá cả;
  dáo dục → giáo dục; dãi bày → giãi bày; dèm pha → gièm pha; dúp đỡ → giúp đỡ; dải pháp → giải pháp;
  dải quyết → giải quyết; dải thưởng → giải thưởng; dản dị → giản dị; dấu diếm → giấu giếm; dấu giếm → giấu giếm;
  dở bỏ → dỡ bỏ; dữ gìn → giữ gìn; dữ vững → giữ vững; gia nhật → gia nhập; gia đìng → gia đình; gian sảo → gian xảo;
  giành cho → dành cho; giành dật → giành giật; giành dụm → dành dụm; giành riêng → dành riêng; giân tộc → dân tộc;
  giãi pháp → giải pháp; giãi quyết → giải quyết; giải lụa → dải lụa; giấu diếm → giấu giếm; giổ Tổ → giỗ Tổ;
  giổ tổ → giỗ tổ; giụng cụ → dụng cụ; giử gìn → giữ gìn; giữ liệu → dữ liệu; hiệu xuất → hiệu suất;
  hoang tưỡng → hoang tưởng; huyên thiên → huyên thuyên; hướng dẩn → hướng dẫn; hằng hà xa số → hằng hà sa số;
  hổ trợ → hỗ trợ; khoảng khắc → khoảnh khắc; khuất tắc → khuất tất; khã năng → khả năng; khẩn chương → khẩn trương;
  khắc khe → khắt khe; kiểm xoát → kiểm soát; kiễm tra → kiểm tra; kỷ càng → kỹ càng; kỷ lưỡng → kỹ lưỡng;
  kỷ năng → kỹ năng; kỷ sư → kỹ sư; kỷ thuật → kỹ thuật; kỹ luật → kỷ luật; kỹ lục → kỷ lục; kỹ nguyên → kỷ nguyên;
  kỹ niệm → kỷ niệm; kỹ vật → kỷ vật; lãi xuất → lãi suất; lãng mạng → lãng mạn; lảnh đạo → lãnh đạo;
  lẵng lặng → lẳng lặng; lổ hổng → lỗ hổng; lổi lầm → lỗi lầm; lở dỡ → lỡ dở; mâu thuẩn → mâu thuẫn; mãi mê → mải mê;
  mò mẩm → mò mẫm; mạnh dạng → mạnh dạn; mở rổng → mở rộng; nghĩ hưu → nghỉ hưu; nghĩ ngơi → nghỉ ngơi;
  ngành ngề → ngành nghề; ngả ngửa → ngã ngửa; nói truyện → nói chuyện; nói xuông → nói suông; năng xuất → năng suất;
  nẩy sinh → nảy sinh; nổ lực → nỗ lực; nổi buồn → nỗi buồn; nổi niềm → nỗi niềm; nổi đau → nỗi đau;
  nỗi bật → nổi bật; nỗi tiếng → nổi tiếng; phát biễu → phát biểu; phổ biếng → phổ biến; quãn lý → quản lý;
  quãng cáo → quảng cáo; quản trường → quảng trường; quảng lý → quản lý; rang sơn → giang sơn; rà xoát → rà soát;
  rành thời gian → dành thời gian; rãnh rỗi → rảnh rỗi; sa sôi → xa xôi; sa xỉ → xa xỉ; sao xuyến → xao xuyến;
  soay sở → xoay xở; song suôi → xong xuôi; suy nghỉ → suy nghĩ; suy xụp → suy sụp; suất hiện → xuất hiện;
  suất khẩu → xuất khẩu; suất sắc → xuất sắc; sáng lạn → xán lạn; sáng lạng → xán lạn; sát nhập → sáp nhập;
  sâm hại → xâm hại; sâm nhập → xâm nhập; sâm phạm → xâm phạm; sây dựng → xây dựng; sã hội → xã hội; sét xử → xét xử;
  sóa đói → xóa đói; sơ xuất → sơ suất; sơ xác → xơ xác; sạc lở → sạt lở; sản suất → sản xuất; sắp sếp → sắp xếp;
  sở dỉ → sở dĩ; sụp đỗ → sụp đổ; sử lý → xử lý; sử phạt → xử phạt; sửa chửa → sửa chữa; sữa chửa → sửa chữa;
  sữa chữa → sửa chữa; sữa đổi → sửa đổi; tham quang → tham quan; thành khẫn → thành khẩn; tháo dở → tháo dỡ;
  thông bão → thông báo; thăm quan → tham quan; thẩm mỷ → thẩm mỹ; thẳn thắng → thẳng thắn; thẳng thắng → thẳng thắn;
  thể dụng → thể dục; thực tiển → thực tiễn; tiêm vắc sin → tiêm vắc xin; tranh dành → tranh giành;
  tranh vẻ → tranh vẽ; trao chuốc → trau chuốt; trao dồi → trau dồi; trau truốt → trau chuốt;
  triến lược → chiến lược; triễn khai → triển khai; trung kết → chung kết; trung sức → chung sức;
  truyển đổi → chuyển đổi; trãi dài → trải dài; trãi nghiệm → trải nghiệm; trãi qua → trải qua;
  trính phủ → chính phủ; trò truyện → trò chuyện; trương trình → chương trình; trưỡng thành → trưởng thành;
  trể hẹn → trễ hẹn; trủ tịch → chủ tịch; tuyên chuyền → tuyên truyền; tĩnh lẻ → tỉnh lẻ; tư vẫn → tư vấn;
  tập chung → tập trung; tổ quấc → tổ quốc; tổng kếc → tổng kết; tựu chung → tựu trung; vui vẽ → vui vẻ;
  vô hình chung → vô hình trung; vô vàng → vô vàn; vận truyển → vận chuyển; vẽ vang → vẻ vang; vỉ tuyến → vĩ tuyến;
  vửng chắc → vững chắc; xa lầy → sa lầy; xa thải → sa thải; xao chép → sao chép; xao nhãng → sao nhãng;
  xinh sống → sinh sống; xinh viên → sinh viên; xoay xỡ → xoay xở; xoát vé → soát vé; xum họp → sum họp;
  xum vầy → sum vầy; xung sức → sung sức; xung túc → sung túc; xuất xắc → xuất sắc; xáng lạng → xán lạn;
  xãy ra → xảy ra; xôi nổi → sôi nổi; xúc tích → súc tích; xản xuất → sản xuất; xấu sí → xấu xí; xắp tới → sắp tới;
  xắp xếp → sắp xếp; xẵn sàng → sẵn sàng; xỉ diện → sĩ diện; xức khỏe → sức khỏe; xử dụng → sử dụng; xữ lý → xử lý;
  ý nghỉa → ý nghĩa; điểm xuyến → điểm xuyết; đại biễu → đại biểu; đả được → đã được; đề nghĩ → đề nghị;
  đề suất → đề xuất; đều đặng → đều đặn; đọc giả → độc giả; đổ xe → đỗ xe; đổ đạt → đỗ đạt; đột suất → đột xuất;
  đức tín → đức tính; ảnh hưỡng → ảnh hưởng; ủng hổ → ủng hộ; ủy mỵ → ủy mị
`;

/** What was written → what was meant, in small letters, as it stands between the syllables. */
export const wrongWords: ReadonlyMap<string, string> = new Map(
  pairs.split(';').map((pair) => pair.trim().split(/\s*→\s*/u) as [string, string]),
);

/** How many syllables the longest of them has. */
export const LONGEST_WRONG_WORD = Math.max(...[...wrongWords.keys()].map((words) => words.split(' ').length));
