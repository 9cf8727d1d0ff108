//! The `CREATE TABLE` of a table. Names and types may come from a file from outside: whatever they
//! hold, they stay names and types.

use std::borrow::Cow;

use crate::container::{Column, NewTable, standard_tables};

/// A name as SQL takes it, whatever characters it has.
pub(in crate::container) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The `CREATE TABLE` of a table, laid out as the other program lays it out.
pub(super) fn declaration(table: &NewTable) -> String {
    let mut key: Vec<_> = table
        .columns
        .iter()
        .filter(|column| column.primary_key > 0)
        .collect();
    key.sort_by_key(|column| column.primary_key);
    let single = key.len() == 1;
    let mut parts: Vec<String> = table
        .columns
        .iter()
        .map(|column| {
            let mut part = quoted(&column.name);
            if !column.declared_type.is_empty() {
                part.push(' ');
                part.push_str(&declared_type(&documented_spelling(table, column)));
            }
            if single && column.primary_key > 0 {
                part.push_str(" primary key");
            }
            if column.not_null {
                part.push_str(" not null");
            }
            part.push(' ');
            part
        })
        .collect();
    if key.len() > 1 {
        let names: Vec<String> = key.iter().map(|column| quoted(&column.name)).collect();
        parts.push(format!("primary key ({})", names.join(",")));
    }
    let body = parts.join(",\n");
    let tail = if table.without_rowid {
        " WITHOUT ROWID"
    } else {
        ""
    };
    format!("CREATE TABLE {} (\n{body}){tail}", quoted(&table.name))
}

/// The type as the documented declaration spells it, where it is the same type: SQLite tells the
/// types of a table it has read in capitals.
fn documented_spelling<'a>(table: &NewTable, column: &'a Column) -> Cow<'a, str> {
    let documented = standard_tables::all()
        .into_iter()
        .filter(|it| it.name == table.name)
        .flat_map(|it| it.columns)
        .find(|it| it.name == column.name)
        .filter(|it| it.declared_type.eq_ignore_ascii_case(&column.declared_type));
    match documented {
        Some(documented) => Cow::Owned(documented.declared_type),
        None => Cow::Borrowed(&column.declared_type),
    }
}

/// A type as it can stand in a declaration. Anything but words and lengths in brackets is put in
/// quotes; what is in quotes already stays, so that types read and written again do not grow.
fn declared_type(declared: &str) -> Cow<'_, str> {
    if is_plain_type(declared) || is_quoted(declared) {
        Cow::Borrowed(declared)
    } else {
        Cow::Owned(quoted(declared))
    }
}

fn is_plain_type(declared: &str) -> bool {
    let (words, lengths) = match declared.split_once('(') {
        Some((words, lengths)) => (words, lengths.strip_suffix(')')),
        None => (declared, Some("1")),
    };
    let plain_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && !RESERVED.iter().any(|no| word.eq_ignore_ascii_case(no))
    };
    let plain_length = |length: &str| {
        let length = length.trim();
        !length.is_empty() && length.chars().all(|c| c.is_ascii_digit())
    };
    !words.trim().is_empty()
        && words.split_whitespace().all(plain_word)
        && lengths.is_some_and(|lengths| {
            lengths.split(',').count() <= 2 && lengths.split(',').all(plain_length)
        })
}

/// Whether the text is one quoted name and nothing behind it.
fn is_quoted(declared: &str) -> bool {
    declared
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .is_some_and(|name| !name.replace("\"\"", "").contains('"'))
}

/// Words that SQLite never takes for a name without quotes, or that begin a computed column.
const RESERVED: [&str; 62] = [
    "add",
    "all",
    "alter",
    "always",
    "and",
    "as",
    "autoincrement",
    "between",
    "case",
    "check",
    "collate",
    "commit",
    "constraint",
    "create",
    "default",
    "deferrable",
    "delete",
    "distinct",
    "drop",
    "else",
    "escape",
    "except",
    "exists",
    "foreign",
    "from",
    "generated",
    "group",
    "having",
    "in",
    "index",
    "indexed",
    "insert",
    "intersect",
    "into",
    "is",
    "isnull",
    "join",
    "limit",
    "not",
    "nothing",
    "notnull",
    "null",
    "on",
    "or",
    "order",
    "primary",
    "references",
    "returning",
    "select",
    "set",
    "table",
    "then",
    "to",
    "transaction",
    "union",
    "unique",
    "update",
    "using",
    "values",
    "when",
    "where",
    "with",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_types_stay_as_they_are() {
        for plain in [
            "varchar(36)",
            "TEXT",
            "decimal(10, 2)",
            "double precision",
            "x_1",
        ] {
            assert_eq!(declared_type(plain), plain);
        }
    }

    #[test]
    fn whatever_could_be_more_than_a_type_is_quoted() {
        for odd in [
            "text) WITHOUT ROWID",
            "int, evil int",
            "text primary key",
            "text AS (1)",
            "varchar(36))",
            "a(1)(2)",
            "a(b)",
            "36",
            "a;b",
            "a\"b",
            "\"a\" b\"",
            " ",
        ] {
            assert_eq!(declared_type(odd), quoted(odd), "{odd}");
        }
        let once = quoted("odd; \"type\"");
        assert_eq!(declared_type(&once), once);
    }
}
