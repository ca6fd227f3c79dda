//! Why a store refused.

use std::io;
use std::path::PathBuf;

use super::postgres::AddressError;

/// Why a store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("SQLite 数据库出错：{0}")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL refused or could not be reached.
    #[error("PostgreSQL 数据库出错：{0}")]
    Postgres(#[from] postgres::Error),
    /// The database was written by a newer program.
    #[error("数据库版本为 {found}，本程序只认识到 {known}；请改用较新的程序")]
    TooNew {
        /// The database's version.
        found: i32,
        /// The newest known version.
        known: i32,
    },
    /// A row holds a value that this program never writes.
    #[error("数据库中有无法识别的内容（{0} 列）；请从备份恢复")]
    Corrupt(&'static str),
    /// The database was written by an older program and has to be brought up to date first.
    #[error(
        "数据库版本为 {found}，须先升级：停止旧程序，运行 zjtx-aggregator migrate（serve 启动时也会升级）"
    )]
    TooOld {
        /// The database's version.
        found: i32,
    },
    /// There is no database.
    #[error("没有数据库 {0}；请检查 --config 与当前目录（只有 serve、demo、migrate 会新建数据库）")]
    Missing(PathBuf),
    /// The file that is to be written is there already.
    #[error("{0} 已存在；请换一个文件名")]
    Exists(PathBuf),
    /// A file or folder refused.
    #[error("文件无法读写：{0}")]
    File(#[from] io::Error),
    /// The PostgreSQL address cannot be used.
    #[error(transparent)]
    Address(#[from] AddressError),
}
