//! Tells plain tables from code by the text of the schema, before anything of it is used.
//!
//! The text decides and not the column `type` beside it, since SQLite, too, believes the text.

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
