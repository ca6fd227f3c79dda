//! Text whose lines are the rows that Excel and WPS show: every line end is one, an empty line is a row too,
//! and a line end within quotation marks is none.

use memchr::memchr3;
use std::io::{self, BufRead, Read};

/// Gives text out with `\n` behind each row, and something in rows that are empty.
pub(super) struct Lines<R> {
    input: R,
    delimiter: u8,
    state: State,
    /// What is still to be given out.
    waiting: Vec<u8>,
    given: usize,
}

/// Where the text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the beginning of a row.
    Row,
    /// There, behind a `\r` to which a `\n` may still belong.
    RowAfterReturn,
    /// At the beginning of a cell.
    Cell,
    /// Within a cell.
    Plain,
    /// Within quotation marks.
    Quoted,
    /// Behind a quotation mark that may be the last, or the first of two.
    Quote,
}

impl State {
    /// Whether quotation marks are open, or may be.
    const fn is_within_marks(self) -> bool {
        matches!(self, Self::Quoted | Self::Quote)
    }
}

/// How many bytes there are before the next that is more than a part of a cell or a delimiter.
fn run(bytes: &[u8]) -> usize {
    memchr3(b'"', b'\r', b'\n', bytes).unwrap_or(bytes.len())
}

/// What is read at once.
const STEP: usize = 1 << 13;

impl<R: BufRead> Lines<R> {
    pub(super) const fn new(input: R, delimiter: u8) -> Self {
        Self { input, delimiter, state: State::Row, waiting: Vec::new(), given: 0 }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.waiting.clear();
        self.given = 0;
        let bytes = self.input.fill_buf()?;
        let taken = bytes.len().min(STEP);
        let mut left = bytes.get(..taken).unwrap_or_default();
        while let Some((first, behind)) = left.split_first() {
            let run = if self.state.is_within_marks() { 0 } else { run(left) };
            if let Some((cells, behind)) = left.split_at_checked(run).filter(|_| run > 0) {
                self.waiting.extend_from_slice(cells);
                let is_cell = cells.last() == Some(&self.delimiter);
                self.state = if is_cell { State::Cell } else { State::Plain };
                left = behind;
            } else {
                take(&mut self.state, &mut self.waiting, *first, self.delimiter);
                left = behind;
            }
        }
        self.input.consume(taken);
        Ok(())
    }
}

/// Gives out one byte.
fn take(state: &mut State, out: &mut Vec<u8>, byte: u8, delimiter: u8) {
    let is_end = matches!(byte, b'\r' | b'\n') && *state != State::Quoted;
    if is_end {
        if byte == b'\n' && *state == State::RowAfterReturn {
            *state = State::Row;
            return;
        }
        if matches!(*state, State::Row | State::RowAfterReturn) {
            out.extend(b"\"\"");
        }
        out.push(b'\n');
        *state = if byte == b'\r' { State::RowAfterReturn } else { State::Row };
        return;
    }
    out.push(byte);
    *state = match (*state, byte) {
        (State::Quoted, b'"') => State::Quote,
        (State::Quoted, _) | (State::Quote | State::Row | State::RowAfterReturn | State::Cell, b'"') => {
            State::Quoted
        }
        (_, byte) if byte == delimiter => State::Cell,
        _ => State::Plain,
    };
}

impl<R: BufRead> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.waiting.len() {
            let is_over = self.input.fill_buf()?.is_empty();
            if is_over {
                return Ok(0);
            }
            self.refill()?;
        }
        let left = self.waiting.get(self.given..).unwrap_or_default();
        let length = left.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..length), left.get(..length)) {
            to.copy_from_slice(from);
        }
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> String {
        std::io::read_to_string(Lines::new(text.as_bytes(), b',')).expect("text")
    }

    #[test]
    fn every_row_is_one_line() {
        for (text, expected) in [
            ("a,b\nc", "a,b\nc"),
            ("a,b\r\nc\r\n", "a,b\nc\n"),
            ("a\rb\r", "a\nb\n"),
            ("a\n\nb", "a\n\"\"\nb"),
            ("a\r\n\r\nb", "a\n\"\"\nb"),
            ("a\r\rb", "a\n\"\"\nb"),
            ("\"a\r\nb\",c\n", "\"a\r\nb\",c\n"),
            ("\"a\"\"\n\",c\n", "\"a\"\"\n\",c\n"),
            ("5\" pipe,c\nd", "5\" pipe,c\nd"),
            ("a,\"b\n\"\nc", "a,\"b\n\"\nc"),
        ] {
            assert_eq!(lines(text), expected, "{text:?}");
        }
    }

    #[test]
    fn runs_come_to_the_same_as_bytes_one_by_one() {
        let text = "a,b\n\"c\r\nd\",5\" e\r\n\r\n,,\n是,\"否\"\"\"\r".repeat(1_000);
        let (mut state, mut expected) = (State::Row, Vec::new());
        text.bytes().for_each(|byte| take(&mut state, &mut expected, byte, b','));
        assert_eq!(lines(&text).as_bytes(), expected);
    }
}
