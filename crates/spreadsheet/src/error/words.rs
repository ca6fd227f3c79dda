//! Sentences that say what is wrong with a file and what to do.

use super::SheetError;
use zjtx_evaluator::Text;

impl SheetError {
    /// What is wrong and what to do, for people.
    pub fn text(&self) -> Text {
        match self {
            Self::OldOrLocked => both(
                "这是旧版 .xls 文件（或设了打开密码的文件、WPS 的 .et）；请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx",
                "this is an old .xls file or has a password; take the password off with Excel or WPS and save it as .xlsx",
            ),
            Self::NotAWorkbook => both(
                "这个压缩文件不是 .xlsx 工作簿（.ods、.xlsb 等请用 Excel 或 WPS 另存为 .xlsx）",
                "this archive is no .xlsx workbook (save .ods, .xlsb and the like as .xlsx with Excel or WPS)",
            ),
            Self::NotATable => both(
                "这不是表格：既不是 .xlsx 也不是 CSV 文本",
                "this is no table: neither .xlsx nor CSV text",
            ),
            Self::Other(other) => other.text(),
            Self::Empty => both("文件是空的", "the file is empty"),
            Self::Damaged => both(
                "文件已损坏，读到一半无法继续；请用 Excel 或 WPS 打开后另存一次",
                "the file is damaged and cannot be read on; open it with Excel or WPS and save it again",
            ),
            Self::TooManyRows => both(
                "结果超过 Excel 一张表能放的 1048576 行；请改用 csv 或 jsonl 格式",
                "the result has more than the 1048576 rows of a worksheet; use the format csv or jsonl",
            ),
            Self::NoWorkbook => both(
                "无法生成 .xlsx 工作簿；请改用 csv 或 jsonl 格式",
                "the .xlsx workbook cannot be put together; use the format csv or jsonl",
            ),
            Self::TooLarge { part, limit } => both(
                format!("文件里的 {part} 解压后超过 {limit} MB，不予处理；请拆成几个文件，或另存为 CSV"),
                format!(
                    "{part} in the file has more than {limit} MB unpacked; split the file or save it as CSV"
                ),
            ),
            Self::EndlessRow { line, limit } => both(
                format!("从第 {line} 行起的一行超过 {limit} MB，多半是引号没有成对；请改正后再试"),
                format!(
                    "a row from line {line} on has more than {limit} MB, most often for want of a quotation mark"
                ),
            ),
            Self::NoHeading { searched } => both(
                format!("前 {searched} 行未找到表头，请使用模板的列名"),
                format!(
                    "none of the first {searched} rows has two known headings; use those of the template"
                ),
            ),
            Self::TwiceTheSame { name: Text { zh, en }, first, second } => both(
                format!("{first} 和 {second} 两列都是“{zh}”，请只留一列"),
                format!("{first} and {second} are both “{en}”; keep one of the two columns"),
            ),
            Self::NoStatement => both(
                "没有找到资产负债表或利润表：没有一行写着营业收入、利润总额、净利润、资产总计或负债合计；请选择年度财务报表的 .xlsx、.xls 或 CSV",
                "no balance sheet or income statement was found: no line is called 营业收入, 利润总额, 净利润, 资产总计 or 负债合计; choose the yearly statements as .xlsx, .xls or CSV",
            ),
            Self::UnknownUnit { place, shown } => both(
                format!(
                    "{place} 写的金额单位是“{shown}”，读不出是人民币的哪一种单位；请换算成人民币，并写明元、千元、万元、百万元或亿元"
                ),
                format!(
                    "{place} gives “{shown}” as the unit of amounts, which is no unit of renminbi; convert the amounts and write 元, 千元, 万元, 百万元 or 亿元"
                ),
            ),
            Self::TwoUnits { first, first_shown, second, second_shown } => both(
                format!(
                    "{first} 写着“{first_shown}”，{second} 写着“{second_shown}”，金额按哪个单位？请只留一处，或在各列列名后写明，例如“营业收入（元）”"
                ),
                format!(
                    "{first} says “{first_shown}” and {second} says “{second_shown}”: which unit are the amounts in? Keep one of them, or write the unit behind each heading, such as 营业收入（元）"
                ),
            ),
            Self::LateUnit { place, shown } => both(
                format!(
                    "{place} 在企业下面写着“{shown}”，上面的金额是不是也按这个单位？请把单位写到表头上方，或写进列名，例如“营业收入（元）”"
                ),
                format!(
                    "{place} says “{shown}” beneath the firms: are the amounts above in this unit too? Write the unit above the headings, or into them, such as 营业收入（元）"
                ),
            ),
            Self::Write(error) => {
                both(format!("结果文件生成失败：{error}"), format!("the result cannot be written: {error}"))
            }
            Self::Io(error) => {
                both(format!("读取失败：{error}"), format!("the file cannot be read: {error}"))
            }
        }
    }
}

fn both(zh: impl Into<String>, en: impl Into<String>) -> Text {
    Text { zh: zh.into(), en: en.into() }
}
