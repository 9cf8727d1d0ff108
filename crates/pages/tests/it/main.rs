//! What people read, in five languages: the catalogues, numbers, dates, sorting, and whole pages.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod catalogues;
mod dates;
mod numbers;
mod sentences;
mod sorting;
mod whole_pages;

use pages::{Digits, Grouping, Language, Locale};

/// A locale with the language's own digits.
fn native(language: Language) -> Locale {
    Locale {
        digits: Digits::Native,
        ..Locale::new(language)
    }
}

/// A locale with lakh and crore.
fn indian(language: Language) -> Locale {
    Locale {
        grouping: Grouping::Indian,
        ..Locale::new(language)
    }
}
