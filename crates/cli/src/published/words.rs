//! What is said of a site that cannot be opened or served.

use std::path::Path;
use zjtx_evaluator::Lang;

/// A sentence for the person at the terminal.
pub enum Say<'a> {
    /// There is no such file or folder.
    Absent(&'a Path),
    /// The file may not be read.
    Unreadable(&'a Path),
    /// The archive is no archive, or not whole.
    Damaged(&'a Path),
    /// A name in the archive that none of ours has.
    Foreign(&'a str),
    /// More than a site can have.
    TooLarge,
    /// No temporary folder.
    NoRoom,
    /// A folder or archive without a site.
    NoSite(&'a Path),
    /// Header rules that cannot be used.
    Headers(&'a Path),
    /// The port is taken, or not allowed.
    Port(u16),
    /// The site is open.
    Open(&'a str),
}

impl Say<'_> {
    /// The sentence in a language.
    pub fn to(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::Absent(path) => format!("{}：没有这个文件或文件夹", path.display()),
            Self::Unreadable(path) => format!("{}：打不开文件，请检查读取权限", path.display()),
            Self::Damaged(path) => format!("{}：压缩包不完整或已损坏，请重新下载", path.display()),
            Self::Foreign(name) => format!("其中的“{name}”不是网站的文件"),
            Self::TooLarge => "展开后过大，不是网站的压缩包".to_owned(),
            Self::NoRoom => "不能建立临时文件夹，请检查磁盘空间和写入权限".to_owned(),
            Self::NoSite(path) => {
                format!(
                    "{}：里面没有网站（缺少 index.html 或 _headers）；请指定 zjtx-site-….zip 或其中的 site 文件夹",
                    path.display()
                )
            }
            Self::Headers(path) => format!("{}：其中的 _headers 有误，请换用发布包中的文件", path.display()),
            Self::Port(port) => {
                format!("端口 {port} 已被占用或不允许使用；请用 --port 换一个，--port 0 取任意空闲端口")
            }
            Self::Open(address) => format!("网站已在 {address} 打开，只有本机能访问；按 Ctrl+C 结束"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Absent(path) => format!("{}: there is no such file or folder", path.display()),
            Self::Unreadable(path) => {
                format!("{}: cannot be opened; please check that it may be read", path.display())
            }
            Self::Damaged(path) => {
                format!("{}: the archive is incomplete or damaged; please download it again", path.display())
            }
            Self::Foreign(name) => format!("“{name}” in it is no file of a site"),
            Self::TooLarge => "it unpacks to more than a site can have".to_owned(),
            Self::NoRoom => {
                "no temporary folder could be made; please check space and permissions".to_owned()
            }
            Self::NoSite(path) => {
                format!(
                    "{}: holds no site (index.html or _headers is missing); please name zjtx-site-….zip or its folder site",
                    path.display()
                )
            }
            Self::Headers(path) => {
                format!("{}: its _headers is malformed; please take the release's", path.display())
            }
            Self::Port(port) => {
                format!(
                    "port {port} is taken or not allowed; please choose another with --port, or any free one with --port 0"
                )
            }
            Self::Open(address) => {
                format!("the site is open at {address} for this machine only; Ctrl+C ends it")
            }
        }
    }
}
