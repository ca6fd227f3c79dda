//! 「从财务报表导入」: the firm's own yearly statements, read on the device by the worker that reads lists.

pub mod page;
pub mod rows;
pub mod state;
pub mod words;
