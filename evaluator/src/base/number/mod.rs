//! Exact numbers: integers of millionths of a unit, fractions of them, and their decimal text.

mod decimal;
mod fraction;
mod growth_how;
mod literal;
mod operator;
mod unit;

pub use decimal::{DecimalError, MILLION, format_micros, parse_micros};
pub use fraction::{Fraction, Growth, Magnitude};
pub use growth_how::GrowthHow;
pub use literal::{Literal, LiteralError};
pub use operator::{Bound, Operator};
pub use unit::Unit;
