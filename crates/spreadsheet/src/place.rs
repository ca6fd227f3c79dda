//! Places in a spreadsheet as people say them: `Sheet1!F17`.

use std::{fmt, sync::Arc};

/// A row of a sheet; a CSV file has one sheet without a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRef {
    /// Name of the sheet; `None` in a CSV file.
    pub sheet: Option<Arc<str>>,
    /// Row as spreadsheets count, from 1.
    pub row: u64,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRef {
    /// Its row.
    pub row: RowRef,
    /// Position of its column, from 0.
    pub column: usize,
}

impl RowRef {
    /// One of its cells.
    pub fn cell(&self, column: usize) -> CellRef {
        CellRef { row: self.clone(), column }
    }

    fn write_sheet(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sheet.as_ref().map_or(Ok(()), |sheet| write!(f, "{sheet}!"))
    }
}

impl fmt::Display for RowRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_sheet(f)?;
        write!(f, "{}", self.row)
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.row.write_sheet(f)?;
        write!(f, "{}{}", column_letters(self.column), self.row.row)
    }
}

/// `A` for 0, `Z` for 25, `AA` for 26.
pub(crate) fn column_letters(column: usize) -> String {
    const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(LETTERS[rest % 26]));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
        {
            assert_eq!(column_letters(column), letters);
        }
        let row = RowRef { sheet: Some("Sheet1".into()), row: 17 };
        assert_eq!(
            (row.to_string(), row.cell(5).to_string()),
            ("Sheet1!17".to_owned(), "Sheet1!F17".to_owned())
        );
        assert_eq!(RowRef { sheet: None, row: 2 }.cell(0).to_string(), "A2");
    }
}
