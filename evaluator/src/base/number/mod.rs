//! Exact numbers: integers of millionths of a unit, fractions of them, and their decimal text.

mod decimal;
mod fraction;
mod literal;
mod unit;

pub use decimal::{DecimalError, MILLION, format_micros, parse_micros};
pub use fraction::{Fraction, Growth, Magnitude};
pub use literal::{Literal, LiteralError};
pub use unit::Unit;
