//! Tells plain tables from code by the text of the schema, before anything of it is used.
//!
//! The text decides and not the column `type` beside it, since SQLite, too, believes the text.

use super::Column;

/// What an entry of the schema turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A table that can be read.
    Table {
        /// The name in its declaration.
        name: String,
        /// Its declaration holds rules, defaults or computed columns.
        has_code: bool,
        /// Declared `WITHOUT ROWID`.
        without_rowid: bool,
    },
    /// An index over plain columns.
    Index,
    /// A view, trigger, virtual table, computed index, or nothing that we know.
    Code,
}

/// Words that make a declaration more than a list of columns.
const CODE_WORDS: [&str; 7] = [
    "CHECK",
    "GENERATED",
    "AS",
    "VIRTUAL",
    "DEFAULT",
    "REFERENCES",
    "SELECT",
];

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Quoted(String),
    Mark(char),
}

impl Token {
    fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(found) if found.eq_ignore_ascii_case(word))
    }

    fn name(&self) -> Option<&str> {
        match self {
            Self::Word(name) | Self::Quoted(name) => Some(name),
            Self::Mark(_) => None,
        }
    }
}

/// Classifies an entry by its text.
pub(super) fn classify(sql: &str) -> Entry {
    let tokens = tokens(sql);
    match tokens.as_slice() {
        [create, table, name, Token::Mark('('), rest @ ..]
            if create.is("CREATE") && table.is("TABLE") =>
        {
            table_entry(name, rest)
        }
        [create, index, rest @ ..] if create.is("CREATE") && index.is("INDEX") => index_entry(rest),
        [create, unique, index, rest @ ..]
            if create.is("CREATE") && unique.is("UNIQUE") && index.is("INDEX") =>
        {
            index_entry(rest)
        }
        _ => Entry::Code,
    }
}

fn table_entry(name: &Token, rest: &[Token]) -> Entry {
    let has = |word: &str| rest.iter().any(|token| token.is(word));
    let Some(name) = name.name().filter(|_| !has("SELECT")) else {
        return Entry::Code;
    };
    let end = rest.iter().rposition(|token| *token == Token::Mark(')'));
    let options = end.and_then(|end| rest.get(end..)).unwrap_or_default();
    let without_rowid = options
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.is("WITHOUT") && b.is("ROWID")));
    Entry::Table {
        name: name.to_owned(),
        has_code: CODE_WORDS.iter().any(|word| has(word)),
        without_rowid,
    }
}

/// An index is plain when a list of columns in one pair of brackets is all it has.
fn index_entry(rest: &[Token]) -> Entry {
    let plain = match rest {
        [_, on, _, Token::Mark('('), columns @ .., Token::Mark(')')] if on.is("ON") => columns
            .iter()
            .all(|token| !matches!(token, Token::Mark(mark) if *mark != ',')),
        _ => false,
    };
    if plain { Entry::Index } else { Entry::Code }
}

/// Words that end the type of a column: what follows are rules.
const RULE_WORDS: [&str; 10] = [
    "PRIMARY",
    "NOT",
    "NULL",
    "UNIQUE",
    "CHECK",
    "DEFAULT",
    "COLLATE",
    "REFERENCES",
    "CONSTRAINT",
    "ON",
];

/// The columns of a plain table by the text of its declaration, for whoever cannot ask SQLite;
/// none when there is a column that is computed, or nothing that can be read.
pub(super) fn columns(sql: &str) -> Option<Vec<Column>> {
    let tokens = tokens(sql);
    let begin = tokens.iter().position(|it| *it == Token::Mark('('))?;
    let mut columns: Vec<Column> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    for part in parts(tokens.get(begin.saturating_add(1)..)?) {
        let (first, rest) = part.split_first()?;
        if ["GENERATED", "AS"]
            .iter()
            .any(|word| rest.iter().any(|it| it.is(word)))
        {
            return None;
        }
        let is_rule = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];
        if is_rule.iter().any(|word| first.is(word)) {
            if part.windows(2).any(is_primary) {
                let named = part.iter().skip_while(|it| **it != Token::Mark('('));
                keys.extend(named.filter_map(Token::name).map(str::to_owned));
            }
            continue;
        }
        let end = rest
            .iter()
            .position(|token| RULE_WORDS.iter().any(|word| token.is(word)))
            .unwrap_or(rest.len());
        let mut column = Column::new(first.name()?, &type_of(rest.get(..end)?));
        let has = |a: &str, b: &str| rest.windows(2).any(|pair| is_pair(pair, a, b));
        column.not_null = has("NOT", "NULL");
        column.primary_key = u32::from(has("PRIMARY", "KEY"));
        columns.push(column);
    }
    for (place, key) in (1..).zip(&keys) {
        let column = columns
            .iter_mut()
            .find(|it| it.name.eq_ignore_ascii_case(key))?;
        column.primary_key = place;
    }
    (!columns.is_empty()).then_some(columns)
}

fn is_pair(pair: &[Token], first: &str, second: &str) -> bool {
    matches!(pair, [a, b] if a.is(first) && b.is(second))
}

fn is_primary(pair: &[Token]) -> bool {
    is_pair(pair, "PRIMARY", "KEY")
}

/// The parts between the commas, up to the bracket that ends the list.
fn parts(tokens: &[Token]) -> Vec<&[Token]> {
    let (mut parts, mut begin, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Mark('(') => depth = depth.saturating_add(1),
            Token::Mark(mark @ (',' | ')')) if depth == 0 => {
                parts.push(tokens.get(begin..at).unwrap_or_default());
                begin = at.saturating_add(1);
                if *mark == ')' {
                    break;
                }
            }
            Token::Mark(')') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    parts
}

/// A type as it is declared: words with spaces between, a length in brackets.
fn type_of(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Word(word) | Token::Quoted(word) => {
                if !text.is_empty() && !text.ends_with(['(', ',']) {
                    text.push(' ');
                }
                text.push_str(word);
            }
            Token::Mark(mark) => text.push(*mark),
        }
    }
    text
}

/// Cuts SQL into words, quoted names and marks; comments and white space go.
fn tokens(sql: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let (token, next) = next_token(first, rest);
        tokens.extend(token);
        rest = next;
    }
    tokens
}

fn next_token(first: char, rest: &str) -> (Option<Token>, &str) {
    let after = |at: usize| rest.get(at..).unwrap_or_default();
    let behind = |end: &str| {
        rest.find(end)
            .map_or("", |at| after(at.saturating_add(end.len())))
    };
    if first.is_whitespace() {
        return (None, rest.trim_start());
    }
    if rest.starts_with("--") {
        return (None, behind("\n"));
    }
    if rest.starts_with("/*") {
        return (None, behind("*/"));
    }
    match first {
        '"' | '\'' | '`' => quoted(rest, first),
        '[' => quoted(rest, ']'),
        first if is_of_word(first) => {
            let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
            let word = rest.get(..end).unwrap_or_default().to_owned();
            (Some(Token::Word(word)), after(end))
        }
        mark => (Some(Token::Mark(mark)), after(mark.len_utf8())),
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$' || !c.is_ascii()
}

/// A quoted name; the quote doubled stands for itself.
fn quoted(rest: &str, quote: char) -> (Option<Token>, &str) {
    let mut name = String::new();
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c != quote {
            name.push(c);
        } else if quote != ']' && chars.next_if(|(_, next)| *next == quote).is_some() {
            name.push(quote);
        } else {
            let next = at.saturating_add(quote.len_utf8());
            return (
                Some(Token::Quoted(name)),
                rest.get(next..).unwrap_or_default(),
            );
        }
    }
    (Some(Token::Quoted(name)), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str, has_code: bool, without_rowid: bool) -> Entry {
        Entry::Table {
            name: name.to_owned(),
            has_code,
            without_rowid,
        }
    }

    #[test]
    fn real_declarations_are_plain() {
        let real = "CREATE TABLE \"Objects\" (\n\"Key\" varchar(36) primary key not null ,\n\"ContentType\" varchar(36) ,\n\"Content\" blob ,\n\"Timestamp\" integer )";
        assert_eq!(classify(real), table("Objects", false, false));
        let newer =
            "CREATE TABLE Objects (Key TEXT PRIMARY KEY NOT NULL, Content BLOB) WITHOUT ROWID";
        assert_eq!(classify(newer), table("Objects", false, true));
        let index = "CREATE INDEX \"Objects_ContentType\" on \"Objects\"(\"ContentType\")";
        assert_eq!(classify(index), Entry::Index);
    }

    #[test]
    fn words_of_code_count_only_outside_quotes_and_comments() {
        let quoted = "CREATE TABLE t (\"check\" text, [default] text, `as` text) -- select\n";
        assert_eq!(classify(quoted), table("t", false, false));
        let commented = "CREATE TABLE/* VIRTUAL */t (a /* CHECK */)";
        assert_eq!(classify(commented), table("t", false, false));
        for code in [
            "a CHECK (a > 1)",
            "a AS (1)",
            "a DEFAULT 1",
            "a REFERENCES b",
        ] {
            let sql = format!("CREATE TABLE t ({code})");
            assert_eq!(classify(&sql), table("t", true, false), "{code}");
        }
    }

    #[test]
    fn columns_are_read_from_the_text() {
        let real = "CREATE TABLE \"Objects\" (\n\"Key\" varchar(36) primary key not null ,\n\"ContentType\" varchar(36) ,\n\"Content\" blob ,\n\"Timestamp\" integer )";
        let key = |name: &str, of_type: &str, place| Column {
            primary_key: place,
            not_null: place == 1,
            ..Column::new(name, of_type)
        };
        let expected = vec![
            key("Key", "varchar(36)", 1),
            key("ContentType", "varchar(36)", 0),
            key("Content", "blob", 0),
            key("Timestamp", "integer", 0),
        ];
        assert_eq!(columns(real), Some(expected));
        let rule = "CREATE TABLE t (a TEXT, b decimal(10,2), [c d], PRIMARY KEY (b, a))";
        let found = columns(rule).unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|it| (it.name.as_str(), it.declared_type.as_str(), it.primary_key))
            .collect();
        assert_eq!(
            told,
            [("a", "TEXT", 2), ("b", "decimal(10,2)", 1), ("c d", "", 0)]
        );
        for none in [
            "CREATE TABLE t (a, b AS (1))",
            "CREATE TABLE t",
            "nonsense",
            "",
        ] {
            assert_eq!(columns(none), None, "{none}");
        }
    }

    #[test]
    fn everything_else_is_code() {
        for code in [
            "CREATE VIEW Objects AS SELECT 1",
            "CREATE TRIGGER t AFTER INSERT ON o BEGIN SELECT 1; END",
            "CREATE VIRTUAL TABLE Objects USING fts5(a)",
            "CREATE TABLE Objects AS SELECT 1",
            "CREATE TABLE Objects (a, b DEFAULT (SELECT 1))",
            "CREATE INDEX i ON o(lower(a))",
            "CREATE INDEX i ON o(a) WHERE a > 1",
            "CREATE INDEX i ON o(a || b)",
            "CREATE TEMP TABLE t (a)",
            "",
        ] {
            assert_eq!(classify(code), Entry::Code, "{code}");
        }
    }

    #[test]
    fn quotes_that_never_end_do_not_hang() {
        assert_eq!(classify("CREATE TABLE \"t (a"), Entry::Code);
        assert_eq!(classify("CREATE TABLE t (a /* b"), table("t", false, false));
    }
}
