//! Open with the story (house rule 6): every file in Rust begins by saying what it is for.
//!
//! A story is at least one sentence of a few words; whether it is a good one, review decides.

use super::Finding;
use super::tree::{File, Tree};

/// Fewer words than this tell nothing.
const WORDS_COUNT_MIN: usize = 4;

/// Files without a story, or with a stub of one.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    tree.rust_files().filter_map(finding_of).collect()
}

/// What is missing at the top of one file.
fn finding_of(file: &File) -> Option<Finding> {
    let story: Vec<&str> = file
        .text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(str::trim)
        .collect();
    if story.is_empty() {
        let sentence = "This file does not open with a story: say in `//!` lines what it is for.";
        return Some(Finding::new(&file.path, 1, sentence));
    }
    // The first paragraph is the sentence that lists show.
    let paragraph: Vec<&str> = story
        .into_iter()
        .take_while(|line| !line.is_empty())
        .collect();
    let text = paragraph.join(" ");
    let is_sentence = text.split_whitespace().count() >= WORDS_COUNT_MIN
        && text.ends_with(['.', '!', '?', ':', ')']);
    if is_sentence {
        return None;
    }
    Some(Finding::new(
        &file.path,
        1,
        "The story opens with less than a full sentence.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences_for(text: &str) -> Vec<String> {
        let found = findings(&Tree::of(&[("crates/a/src/a.rs", text)]));
        found.into_iter().map(|finding| finding.sentence).collect()
    }

    #[test]
    fn a_story_of_one_sentence_is_enough() {
        assert!(
            sentences_for("//! Keys of records, compared\n//! as bytes.\n\nuse a;\n").is_empty()
        );
    }

    #[test]
    fn a_file_without_a_story_is_a_finding() {
        assert!(sentences_for("use a;\n//! Too late to tell a story.\n")[0].contains("not open"));
        assert_eq!(sentences_for("").len(), 1);
    }

    #[test]
    fn a_stub_is_no_story() {
        assert!(sentences_for("//! Keys.\n")[0].contains("less than a full sentence"));
        assert_eq!(
            sentences_for("//! Keys of records and what they are\n\n").len(),
            1
        );
    }

    #[test]
    fn other_languages_are_not_asked() {
        assert!(findings(&Tree::of(&[("e2e/a.mjs", "import a;\n")])).is_empty());
    }
}
