//! The districts of Guangzhou, as a report names them.

use crate::codes::codes;

codes! {
    /// A district of Guangzhou 「区」 by its GB/T 2260 code; the city's own code says that none was stated.
    pub enum District as DistrictCode {
        /// Not stated.
        NotStated = "440100", "未填写区";
        /// 「荔湾区」
        Liwan = "440103", "荔湾区";
        /// 「越秀区」
        Yuexiu = "440104", "越秀区";
        /// 「海珠区」
        Haizhu = "440105", "海珠区";
        /// 「天河区」
        Tianhe = "440106", "天河区";
        /// 「白云区」
        Baiyun = "440111", "白云区";
        /// 「黄埔区」
        Huangpu = "440112", "黄埔区";
        /// 「番禺区」
        Panyu = "440113", "番禺区";
        /// 「花都区」
        Huadu = "440114", "花都区";
        /// 「南沙区」
        Nansha = "440115", "南沙区";
        /// 「从化区」
        Conghua = "440117", "从化区";
        /// 「增城区」
        Zengcheng = "440118", "增城区";
    }
}
