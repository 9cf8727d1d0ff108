//! The shape of text: no conflict markers, tabs, trailing blanks, overlong lines; one title a page.

use super::Finding;
use super::sizes::is_table;
use super::source::Source;
use super::tree::{File, Tree};

/// Wider lines are refused in Rust.
const COLUMNS_MAX: usize = 100;
/// Files in these languages have no blanks at the ends of lines.
const TRIMMED: &[&str] = &[
    "rs", "md", "toml", "mjs", "js", "css", "json", "yml", "ftl", "sh",
];

/// Everything about the shape of files.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        findings.extend(conflict_markers(file));
        if TRIMMED.contains(&file.extension()) || file.path == ".ci/run" {
            findings.extend(trailing_blanks(file));
        }
        match file.extension() {
            "rs" => {
                findings.extend(tabs(file));
                findings.extend(overlong_lines(file));
            }
            "md" => findings.extend(title_complaint(file)),
            _ => {}
        }
    }
    findings
}

/// The lines of a file that meet a condition, each with the same sentence.
fn lines_where(file: &File, sentence: &str, meets: impl Fn(&str) -> bool) -> Vec<Finding> {
    let lines = file
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| meets(line));
    lines
        .map(|(index, _)| Finding::new(&file.path, index + 1, sentence))
        .collect()
}

/// Lines that a merge left behind. A row of equal signs alone may be a heading, so it needs its
/// two companions and is not looked for.
fn conflict_markers(file: &File) -> Vec<Finding> {
    lines_where(file, "A merge left its marker here.", |line| {
        ["<", ">", "|"].iter().any(|sign| {
            let marker = sign.repeat(7);
            line == marker || line.starts_with(&format!("{marker} "))
        })
    })
}

/// Blanks at the ends of lines.
fn trailing_blanks(file: &File) -> Vec<Finding> {
    lines_where(file, "Blanks at the end of the line.", |line| {
        line.ends_with([' ', '\t'])
    })
}

/// Tabs, also in strings: there `\t` says it visibly.
fn tabs(file: &File) -> Vec<Finding> {
    lines_where(
        file,
        "A tab: indent with spaces, and write `\\t` in strings.",
        |line| line.contains('\t'),
    )
}

/// Lines wider than the limit, tables and lines that a long string or address makes wide aside.
fn overlong_lines(file: &File) -> Vec<Finding> {
    if is_table(file) {
        return Vec::new();
    }
    let literal_columns = Source::scan(&file.text).literal_columns;
    let mut found = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        let columns = line.chars().count();
        let without_literals = columns.saturating_sub(literal_columns[index]);
        let excused = without_literals < COLUMNS_MAX / 2 || line.contains("://");
        if columns > COLUMNS_MAX && !excused {
            let sentence = format!("This line has {columns} columns; the limit is {COLUMNS_MAX}.");
            found.push(Finding::new(&file.path, index + 1, sentence));
        }
    }
    found
}

/// A page in Markdown has one title, and it comes first.
fn title_complaint(file: &File) -> Option<Finding> {
    let mut in_fence = false;
    let mut titles = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_fence = !in_fence;
        } else if !in_fence && line.starts_with("# ") {
            titles.push(index + 1);
        }
    }
    match titles.as_slice() {
        [1] => None,
        [] => Some(Finding::new(
            &file.path,
            1,
            "This page has no title (`# …` on its first line).",
        )),
        [1, second, ..] => Some(Finding::new(
            &file.path,
            *second,
            "A second title on one page.",
        )),
        [first, ..] => Some(Finding::new(
            &file.path,
            *first,
            "The title belongs on the first line.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_found(path: &str, text: &str) -> Vec<usize> {
        findings(&Tree::of(&[(path, text)]))
            .into_iter()
            .map(|found| found.line)
            .collect()
    }

    #[test]
    fn conflict_markers_are_found_everywhere() {
        let marker = "<".repeat(7);
        assert_eq!(
            lines_found("a.toml", &format!("a = 1\n{marker} HEAD\n")),
            [2]
        );
        assert!(lines_found("a.toml", &format!("# {marker} in words\n")).is_empty());
    }

    #[test]
    fn trailing_blanks_and_tabs_are_found() {
        assert_eq!(lines_found("a.toml", "a = 1 \nb = 2\n"), [1]);
        assert_eq!(lines_found("a.rs", "fn f() {\n\tg();\n}\n"), [2]);
        assert!(lines_found("a.snap", "as the program printed it \n").is_empty());
    }

    #[test]
    fn the_limit_of_a_line_is_exact() {
        let line = |columns: usize| format!("// {}\n", "é".repeat(columns - 3));
        assert!(lines_found("a.rs", &line(100)).is_empty());
        assert_eq!(lines_found("a.rs", &line(101)), [1]);
    }

    #[test]
    fn long_strings_addresses_and_tables_are_excused() {
        let string = format!("    say(\"{}\");\n", "a".repeat(120));
        assert!(lines_found("a.rs", &string).is_empty());
        let address = format!("// See https://example.org/{}\n", "a".repeat(120));
        assert!(lines_found("a.rs", &address).is_empty());
        let table = format!(
            "//! A table: exempt from the length limit.\n// {}\n",
            "a".repeat(120)
        );
        assert!(lines_found("a.rs", &table).is_empty());
    }

    #[test]
    fn a_page_has_one_title_on_its_first_line() {
        assert!(lines_found("a.md", "# A\n\n```sh\n# not a title\n```\n\n## B\n").is_empty());
        assert_eq!(lines_found("a.md", "# A\n\n# B\n"), [3]);
        assert_eq!(lines_found("a.md", "\n# A\n"), [2]);
        assert_eq!(lines_found("a.md", "words\n"), [1]);
    }
}
