//! Rust source seen as two pages of the same shape: the code without its words, and the comments.
//!
//! This is a scanner, not a parser: it knows comments (nested ones too), strings (raw ones too),
//! character literals and lifetimes, which is all that tidy's rules need to tell code from text.

/// A source file, taken apart. Both pages have the lines and columns of the file itself, with
/// blanks where the other page has something.
#[derive(Debug)]
pub struct Source {
    /// The code; the insides of strings and all comments are blank.
    pub code: String,
    /// The comments, with their slashes; everything else is blank.
    pub comments: String,
    /// For each line, how many characters of it belong to string literals.
    pub literal_columns: Vec<usize>,
}

/// A function found in the code.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line of `fn`, counted from one.
    pub line: usize,
    /// From the line of `fn` to the line of the closing brace, both included.
    pub lines_count: usize,
}

impl Source {
    /// Takes a file apart.
    pub fn scan(text: &str) -> Source {
        let mut scanner = Scanner::new(text);
        scanner.run();
        scanner.source
    }

    /// Every function with a body, in order of their beginnings.
    pub fn functions(&self) -> Vec<Function> {
        let code: Vec<char> = self.code.chars().collect();
        let mut functions = Vec::new();
        let mut line = 1;
        for (index, &character) in code.iter().enumerate() {
            if character == '\n' {
                line += 1;
            }
            if !is_word_at(&code, index, "fn") {
                continue;
            }
            let name = word_from(&code, index + 2);
            // `fn(u8) -> u8` is a type and has no name.
            if let (false, Some(end)) = (name.is_empty(), end_of_body(&code, index)) {
                let lines_count = count_lines(&code[index..end]) + 1;
                functions.push(Function {
                    name,
                    line,
                    lines_count,
                });
            }
        }
        functions
    }

    /// For each line, whether it lies in a module that only tests compile.
    pub fn test_lines(&self) -> Vec<bool> {
        let mut marks = vec![false; self.code.lines().count() + 1];
        for (offset, attribute) in self.code.match_indices("#[cfg(test)]") {
            let rest: Vec<char> = self.code[offset + attribute.len()..].chars().collect();
            let Some(end) = end_of_body(&rest, 0) else {
                continue;
            };
            let first = self.code[..offset].matches('\n').count();
            let last = first + count_lines(&rest[..end]);
            let last = last.min(marks.len() - 1);
            marks[first..=last].fill(true);
        }
        marks
    }
}

/// Whether a word stands at an index with no letters on either side.
fn is_word_at(code: &[char], index: usize, word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    code[index..].starts_with(&letters)
        && (index == 0 || !is_of_word(code[index - 1]))
        && code
            .get(index + letters.len())
            .is_none_or(|&next| !is_of_word(next))
}

/// The word that follows an index after blanks; empty if something else follows.
fn word_from(code: &[char], index: usize) -> String {
    let after_blanks = code[index..]
        .iter()
        .skip_while(|character| character.is_whitespace());
    after_blanks
        .take_while(|&&character| is_of_word(character))
        .collect()
}

/// Whether a character may stand inside an identifier.
fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// How many line ends a piece of code holds.
fn count_lines(code: &[char]) -> usize {
    code.iter().filter(|&&character| character == '\n').count()
}

/// The index just after the brace that closes the next body, or nothing when a semicolon comes
/// first. Brackets and parentheses are counted, because `[u8; 4]` in a signature ends nothing.
fn end_of_body(code: &[char], from: usize) -> Option<usize> {
    let mut brackets_open = 0_usize;
    let mut braces_open = 0_usize;
    for (index, character) in code.iter().enumerate().skip(from) {
        match character {
            '(' | '[' => brackets_open += 1,
            ')' | ']' => brackets_open = brackets_open.saturating_sub(1),
            ';' if brackets_open == 0 && braces_open == 0 => return None,
            '{' => braces_open += 1,
            '}' => {
                braces_open = braces_open.saturating_sub(1);
                if braces_open == 0 {
                    return Some(index + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Walks through the characters once and writes each to the page where it belongs.
struct Scanner {
    characters: Vec<char>,
    index: usize,
    line: usize,
    source: Source,
}

/// Which page a character goes to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Code,
    Comment,
    Literal,
}

impl Scanner {
    fn new(text: &str) -> Scanner {
        let source = Source {
            code: String::with_capacity(text.len()),
            comments: String::with_capacity(text.len()),
            literal_columns: vec![0; text.matches('\n').count() + 1],
        };
        Scanner {
            characters: text.chars().collect(),
            index: 0,
            line: 0,
            source,
        }
    }

    fn run(&mut self) {
        while let Some(character) = self.ahead(0) {
            match (character, self.ahead(1)) {
                ('/', Some('/')) => self.take_while(Page::Comment, |ahead| ahead != '\n'),
                ('/', Some('*')) => self.take_block_comment(),
                ('"', _) => self.take_string(),
                ('r', Some('"' | '#')) if self.begins_raw_string() => self.take_raw_string(),
                ('\'', _) => self.take_quote(),
                _ => self.take(Page::Code),
            }
        }
    }

    fn ahead(&self, distance: usize) -> Option<char> {
        self.characters.get(self.index + distance).copied()
    }

    /// Moves one character to its page and a blank to the other one.
    fn take(&mut self, page: Page) {
        let Some(character) = self.ahead(0) else {
            return;
        };
        self.index += 1;
        if character == '\n' {
            self.source.code.push('\n');
            self.source.comments.push('\n');
            self.line += 1;
            return;
        }
        self.source
            .code
            .push(if page == Page::Code { character } else { ' ' });
        self.source.comments.push(if page == Page::Comment {
            character
        } else {
            ' '
        });
        if page == Page::Literal {
            self.source.literal_columns[self.line] += 1;
        }
    }

    fn take_many(&mut self, page: Page, count: usize) {
        for _ in 0..count {
            self.take(page);
        }
    }

    fn take_while(&mut self, page: Page, holds: impl Fn(char) -> bool) {
        while self.ahead(0).is_some_and(&holds) {
            self.take(page);
        }
    }

    fn take_block_comment(&mut self) {
        let mut depth = 0_usize;
        while let Some(character) = self.ahead(0) {
            match (character, self.ahead(1)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    self.take(Page::Comment);
                    continue;
                }
            }
            self.take_many(Page::Comment, 2);
            if depth == 0 {
                return;
            }
        }
    }

    fn take_string(&mut self) {
        self.take(Page::Literal);
        while let Some(character) = self.ahead(0) {
            match character {
                '\\' => self.take_many(Page::Literal, 2),
                '"' => return self.take(Page::Literal),
                _ => self.take(Page::Literal),
            }
        }
    }

    /// Whether the `r` ahead opens a raw string and is not the end of a name or of `r#name`.
    fn begins_raw_string(&self) -> bool {
        let after_name = self.index > 0 && {
            let before = self.characters[self.index - 1];
            is_of_word(before) && !self.is_byte_prefix()
        };
        !after_name && self.ahead(1 + self.hashes_ahead()) == Some('"')
    }

    /// Whether the character before is the `b` or `c` of `br"…"` and stands alone.
    fn is_byte_prefix(&self) -> bool {
        matches!(self.characters[self.index - 1], 'b' | 'c')
            && (self.index < 2 || !is_of_word(self.characters[self.index - 2]))
    }

    fn hashes_ahead(&self) -> usize {
        let after_r = self.characters[self.index + 1..].iter();
        after_r.take_while(|&&character| character == '#').count()
    }

    fn take_raw_string(&mut self) {
        let hashes = self.hashes_ahead();
        self.take_many(Page::Literal, hashes + 2);
        while let Some(character) = self.ahead(0) {
            let closes = character == '"' && (1..=hashes).all(|at| self.ahead(at) == Some('#'));
            if closes {
                return self.take_many(Page::Literal, hashes + 1);
            }
            self.take(Page::Literal);
        }
    }

    /// A character literal, or the tick of a lifetime.
    fn take_quote(&mut self) {
        if self.ahead(1) == Some('\\') {
            self.take_many(Page::Literal, 3);
            self.take_while(Page::Literal, |ahead| ahead != '\'' && ahead != '\n');
            self.take(Page::Literal);
        } else if self.ahead(2) == Some('\'') {
            self.take_many(Page::Literal, 3);
        } else {
            self.take(Page::Code);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_leave_the_code_and_its_shape() {
        let text = "let a = \"x // y\"; // fs\n/* one /* two */ */ let b = 'c';\n";
        let source = Source::scan(text);
        assert_eq!(source.code.len(), text.len());
        assert!(!source.code.contains("fs") && !source.code.contains("two"));
        assert!(source.code.contains("let b = "));
        assert!(source.comments.contains("// fs") && source.comments.contains("/* one"));
        assert_eq!(source.literal_columns, [8, 3, 0]);
    }

    #[test]
    fn raw_strings_end_at_their_own_hashes() {
        let source = Source::scan("let a = r#\"{ \" {\"#; let b = br\"{\"; fn f() {}");
        assert!(!source.code.contains("{ "));
        assert_eq!(source.functions().len(), 1);
    }

    #[test]
    fn quotes_of_lifetimes_and_characters_are_told_apart() {
        let source = Source::scan("fn f<'a>(x: &'a str) { g('{', '\\'', '\\u{7d}', b'}'); }\nz");
        assert_eq!(source.functions()[0].lines_count, 1);
        assert!(source.code.ends_with("}\nz"));
    }

    #[test]
    fn functions_are_measured_from_fn_to_the_closing_brace() {
        let text = "pub fn a(x: [u8; 4]) -> u8\n{\n  if x { 1 }\n}\ntrait T {\n  fn b();\n  \
                    fn c() {}\n}\ntype F = fn(u8) -> u8;\n";
        let functions = Source::scan(text).functions();
        let expected = [("a", 1, 4), ("c", 7, 1)];
        let found: Vec<(&str, usize, usize)> = functions
            .iter()
            .map(|found| (found.name.as_str(), found.line, found.lines_count))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn only_the_lines_of_test_modules_are_marked() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n";
        let marks = Source::scan(text).test_lines();
        assert_eq!(marks[..6], [false, true, true, true, true, false]);
    }

    #[test]
    fn a_test_module_in_a_file_of_its_own_marks_nothing_here() {
        let marks = Source::scan("#[cfg(test)]\nmod tests;\nfn a() {}\n").test_lines();
        assert!(marks.iter().all(|mark| !mark));
    }
}
