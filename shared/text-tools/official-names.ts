/** Names that are written with capitals everywhere: the country, its provinces and cities, its agencies. A short list. */
const list = (text: string): string[] => text.split(',').map((name) => name.trim());

/** Those of today (from 01/7/2025) and those before. */
const provinces = list(`
  Việt Nam, Hà Nội, Hồ Chí Minh, Đà Nẵng, Hải Phòng, Cần Thơ, Huế, Thừa Thiên Huế, An Giang, Bà Rịa, Vũng Tàu, Bắc Giang,
  Bắc Kạn, Bạc Liêu, Bắc Ninh, Bến Tre, Bình Định, Bình Dương, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Đắk Lắk, Đắk Nông,
  Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Tĩnh, Hải Dương, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa,
  Kiên Giang, Kon Tum, Lai Châu, Lâm Đồng, Lạng Sơn, Lào Cai, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ,
  Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên,
  Thanh Hóa, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái, Thủ đô, Thủ đô Hà Nội,
  Thành phố Hồ Chí Minh, Sài Gòn, Trường Sa, Hoàng Sa, Biển Đông, Tây Nguyên, Tây Bắc, Đông Nam Bộ, Nam Bộ, Bắc Bộ,
  Trung Bộ, Trung Quốc, Hoa Kỳ, Nhật Bản, Hàn Quốc, Lào, Campuchia, Thái Lan, Liên bang Nga, Liên hợp quốc
`);

const agencies = list(`
  Đảng Cộng sản Việt Nam, Đảng, Đảng bộ, Đảng ủy, Ban Chấp hành Trung ương, Trung ương, Bộ Chính trị, Ban Bí thư, Tỉnh ủy,
  Thành ủy, Quốc hội, Nhà nước, Chính phủ, Chủ tịch nước, Thủ tướng Chính phủ, Thủ tướng, Nhân dân, Hội đồng nhân dân,
  Ủy ban nhân dân, Ủy ban Mặt trận Tổ quốc, Mặt trận Tổ quốc, Ban Thường vụ, Ban Thường vụ Tỉnh ủy, Ban Tổ chức,
  Ban Tuyên giáo, Ban Dân vận, Ban Nội chính, Văn phòng Chính phủ, Văn phòng Quốc hội, Tòa án nhân dân,
  Viện kiểm sát nhân dân, Thanh tra Chính phủ, Kiểm toán Nhà nước, Ngân hàng Nhà nước, Đoàn Thanh niên,
  Đoàn Thanh niên Cộng sản Hồ Chí Minh, Hội Liên hiệp Phụ nữ, Hội Nông dân, Hội Cựu chiến binh, Liên đoàn Lao động,
  Bộ Công an, Bộ Quốc phòng, Bộ Ngoại giao, Bộ Nội vụ, Bộ Tư pháp, Bộ Tài chính, Bộ Công Thương, Bộ Xây dựng,
  Bộ Y tế, Bộ Giáo dục và Đào tạo, Bộ Khoa học và Công nghệ, Bộ Văn hóa, Bộ Nông nghiệp và Môi trường,
  Bộ Dân tộc và Tôn giáo, Bộ Thông tin và Truyền thông, Bộ Kế hoạch và Đầu tư, Bộ Giao thông vận tải,
  Bộ Tài nguyên và Môi trường, Bộ Nông nghiệp và Phát triển nông thôn, Sở Nội vụ, Sở Tư pháp, Sở Tài chính,
  Sở Công Thương, Sở Xây dựng, Sở Y tế, Sở Giáo dục và Đào tạo, Sở Khoa học và Công nghệ,
  Sở Nông nghiệp và Môi trường, Sở Thông tin và Truyền thông, Sở Kế hoạch và Đầu tư, Cục Tin học hóa,
  Quân đội nhân dân Việt Nam, Công an nhân dân, Bộ đội Biên phòng, Tết Nguyên đán, Quốc khánh
`);

export const officialNames: readonly string[] = [...provinces, ...agencies];
