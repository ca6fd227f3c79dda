//! Why a store refused.

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
    /// The store has a better tool for this.
    #[error("PostgreSQL 请用 pg_dump 备份")]
    UsePgDump,
}
