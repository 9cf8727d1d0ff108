//! One job, one screen (house rule 5): no file above 800 lines, no function above 70.
//!
//! A file that is a table says so in its story ("exempt from the length limit") and may be as long
//! as what it lists. Functions are never exempt. The medians are printed, so that a drift towards
//! large files shows long before a limit is reached.

use super::Finding;
use super::source::{Function, Source};
use super::tree::{File, Tree};

/// Longer files are refused.
const FILE_LINES_MAX: usize = 800;
/// Longer functions are refused.
const FUNCTION_LINES_MAX: usize = 70;
/// The words by which a table's story claims its length.
const EXEMPTION: &str = "exempt from the length limit";
/// Files in these languages are measured.
const LANGUAGES: &[&str] = &["rs", "mjs", "js", "css"];

/// Files and functions that are too long.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree
        .files
        .iter()
        .filter(|file| LANGUAGES.contains(&file.extension()))
    {
        let lines_count = file.text.lines().count();
        if lines_count > FILE_LINES_MAX && !is_table(file) {
            let sentence = format!(
                "This file has {lines_count} lines; the limit is {FILE_LINES_MAX}. Divide it by \
                 what its parts are for."
            );
            findings.push(Finding::new(&file.path, 1, sentence));
        }
    }
    for file in tree.rust_files() {
        let functions = Source::scan(&file.text).functions();
        let long = functions
            .into_iter()
            .filter(|found| found.lines_count > FUNCTION_LINES_MAX);
        findings.extend(long.map(|function| too_long(file, &function)));
    }
    findings
}

/// The finding for one function.
fn too_long(file: &File, function: &Function) -> Finding {
    let sentence = format!(
        "`{}` has {} lines; the limit is {FUNCTION_LINES_MAX}. Give its steps names.",
        function.name, function.lines_count
    );
    Finding::new(&file.path, function.line, sentence)
}

/// Whether a file's story says that it is a table. Line ends do not matter.
pub fn is_table(file: &File) -> bool {
    let story: Vec<&str> = file
        .text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .flat_map(str::split_whitespace)
        .collect();
    story.join(" ").contains(EXEMPTION)
}

/// The measures of the sources: files and functions, median and ninth decile.
pub fn report(tree: &Tree) -> String {
    let program: Vec<&File> = tree
        .rust_files()
        .filter(|file| file.path.starts_with("crates/") && !file.is_of_tests() && !is_table(file))
        .collect();
    let files = program
        .iter()
        .map(|file| file.text.lines().count())
        .collect();
    let functions = program
        .iter()
        .flat_map(|file| Source::scan(&file.text).functions())
        .map(|function| function.lines_count)
        .collect();
    format!(
        "sizes: {}; {}",
        measure("files", files),
        measure("functions", functions)
    )
}

/// `files 12, median 80 lines, p90 210, longest 300`.
fn measure(what: &str, mut lengths: Vec<usize>) -> String {
    lengths.sort_unstable();
    let at = |tenths: usize| {
        lengths
            .get(lengths.len() * tenths / 10)
            .copied()
            .unwrap_or(0)
    };
    format!(
        "{what} {}, median {} lines, p90 {}, longest {}",
        lengths.len(),
        at(5),
        at(9),
        lengths.last().copied().unwrap_or(0)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file_of(first_line: &str, lines_count: usize) -> String {
        format!(
            "{first_line}\n{}",
            "const A: u8 = 1;\n".repeat(lines_count - 1)
        )
    }

    #[test]
    fn the_limit_of_a_file_is_exact() {
        let (fine, long) = (file_of("//! Story.", 800), file_of("//! Story.", 801));
        assert!(findings(&Tree::of(&[("crates/a/src/a.rs", &fine)])).is_empty());
        let found = findings(&Tree::of(&[("crates/a/src/a.rs", &long)]));
        assert!(found[0].sentence.contains("801 lines"), "{found:?}");
    }

    #[test]
    fn a_table_may_be_long() {
        let table = file_of("//! A table: exempt from the\n//! length limit.", 2_000);
        assert!(findings(&Tree::of(&[("crates/a/src/a.rs", &table)])).is_empty());
    }

    #[test]
    fn the_limit_of_a_function_is_exact() {
        let function = |lines_count: usize| {
            format!(
                "//! Story.\n\nfn long() {{\n{}}}\n",
                "    a();\n".repeat(lines_count - 2)
            )
        };
        assert!(findings(&Tree::of(&[("crates/a/src/a.rs", &function(70))])).is_empty());
        let found = findings(&Tree::of(&[("crates/a/src/a.rs", &function(71))]));
        assert_eq!((found.len(), found[0].line), (1, 3));
        assert!(found[0].sentence.starts_with("`long` has 71 lines"));
    }

    #[test]
    fn the_measures_are_medians_and_deciles() {
        assert_eq!(
            measure("files", vec![5, 1, 2, 3, 4, 6, 7, 8, 9, 10]),
            "files 10, median 6 lines, p90 10, longest 10"
        );
        assert_eq!(
            measure("files", vec![]),
            "files 0, median 0 lines, p90 0, longest 0"
        );
    }
}
