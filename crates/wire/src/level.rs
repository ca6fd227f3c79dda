//! The levels of recognition.

use crate::codes::codes;

codes! {
    /// Which level a rule pack judges.
    pub enum Level as LevelCode {
        /// 「国家级专精特新小巨人企业」
        LittleGiant = "1", "国家级专精特新小巨人企业";
        /// 「省级专精特新中小企业」
        SpecializedSme = "2", "省级专精特新中小企业";
        /// 「创新型中小企业」
        InnovativeSme = "3", "创新型中小企业";
    }
}
