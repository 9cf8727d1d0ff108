//! Searching in lists: upper and lower case are the same, and so are letters written as one
//! character or as a letter with its marks.

use unicode_normalization::UnicodeNormalization;

/// More than this of what was typed is not searched for.
const QUERY_CHARACTERS_MAX: usize = 200;

/// Text in the form in which it is compared (Unicode NFC, after mapping to small letters).
pub(crate) fn folded(text: &str) -> String {
    text.nfc()
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .nfc()
        .collect()
}

/// What a person searches for.
#[derive(Debug, Clone, Default)]
pub struct Query(Vec<String>);

impl Query {
    /// Every word of it must occur; no words let everything pass.
    pub fn new(typed: &str) -> Self {
        let typed: String = typed.chars().take(QUERY_CHARACTERS_MAX).collect();
        Self(
            folded(&typed)
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word occurs in one of the texts.
    pub fn finds<'t>(&self, texts: impl Iterator<Item = &'t str>) -> bool {
        if self.is_empty() {
            return true;
        }
        let all: Vec<String> = texts.map(folded).collect();
        self.0
            .iter()
            .all(|word| all.iter().any(|text| text.contains(word.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_composition_do_not_matter() {
        let query = Query::new("  CAFÉ مؤسسة ");
        assert!(query.finds(["Cafe\u{301} du Nord", "مؤسسة الخليج"].into_iter()));
        assert!(!query.finds(["Cafe du Nord", "مؤسسة"].into_iter()));
        assert!(Query::new(" ").finds(std::iter::empty()));
    }
}
