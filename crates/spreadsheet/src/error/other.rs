//! Files that bear the name of a list and are something else.

use zjtx_evaluator::Text;

/// What a file is instead of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// HTML, as many systems export it under the name .xls.
    WebPage,
    /// XML of Excel 2003.
    XmlWorkbook,
    /// Other XML.
    Xml,
    /// JSON, such as a dossier file.
    Json,
    /// A document in the PDF format.
    Pdf,
    /// Text of a word processor.
    Document,
    /// Slides of a presentation.
    Slides,
    /// A workbook of OpenDocument.
    OpenDocument,
    /// A binary workbook, `.xlsb`.
    BinaryWorkbook,
    /// A picture.
    Picture,
    /// Packed files.
    Packed,
}

impl Other {
    /// What it is and how to make a list of it.
    pub(super) fn text(self) -> Text {
        let (zh, en) = match self {
            Self::WebPage => (
                "这是网页（HTML），不是真正的工作簿，许多系统导出的 .xls 就是这样；请用 Excel 或 WPS 打开，另存为 .xlsx",
                "this is a web page (HTML) and no workbook, as many systems export it under the name .xls; open it with Excel or WPS and save it as .xlsx",
            ),
            Self::XmlWorkbook => (
                "这是 XML 表格（Excel 2003 格式），不是 .xlsx；请用 Excel 或 WPS 打开，另存为 .xlsx",
                "this is an XML spreadsheet of Excel 2003 and no .xlsx; open it with Excel or WPS and save it as .xlsx",
            ),
            Self::Xml => (
                "这是 XML 文件，不是表格；请从原系统导出 .xlsx 或 CSV",
                "this is an XML file and no table; export .xlsx or CSV from where it comes from",
            ),
            Self::Json => (
                "这是 JSON 文件，不是表格；填报档案（.dossier.json）请在填写页打开，清单请用 .xlsx 或 CSV",
                "this is a JSON file and no table; open a dossier file on the form page, lists are .xlsx or CSV",
            ),
            Self::Pdf => (
                "这是 PDF，不是表格；请取得原来的表格文件（.xlsx 或 CSV）",
                "this is a PDF and no table; get the table itself as .xlsx or CSV",
            ),
            Self::Document => (
                "这是文字文档，不是表格；请把其中的表格复制到 Excel 或 WPS 表格，另存为 .xlsx",
                "this is a text document and no table; copy its table into a spreadsheet and save it as .xlsx",
            ),
            Self::Slides => (
                "这是演示文稿，不是表格；请把其中的表格复制到 Excel 或 WPS 表格，另存为 .xlsx",
                "these are slides and no table; copy the table into a spreadsheet and save it as .xlsx",
            ),
            Self::OpenDocument => (
                "这是 .ods 工作簿，尚不能读取；请用 Excel、WPS 或 LibreOffice 另存为 .xlsx",
                "this is an .ods workbook, which is not read; save it as .xlsx with Excel, WPS or LibreOffice",
            ),
            Self::BinaryWorkbook => (
                "这是 .xlsb 二进制工作簿，尚不能读取；请用 Excel 或 WPS 另存为 .xlsx",
                "this is a binary workbook (.xlsb), which is not read; save it as .xlsx with Excel or WPS",
            ),
            Self::Picture => (
                "这是图片，不是表格；请取得原来的表格文件（.xlsx 或 CSV）",
                "this is a picture and no table; get the table itself as .xlsx or CSV",
            ),
            Self::Packed => (
                "这是压缩包；请先解压，再选择其中的 .xlsx 或 CSV",
                "this is a packed archive; unpack it and choose the .xlsx or CSV in it",
            ),
        };
        Text { zh: zh.to_owned(), en: en.to_owned() }
    }
}
