//! People, and what they were allowed (SPEC-users.md, 1 and 2).

use crate::UsersError;
use books::Key;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// A person who signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The key; History names it.
    pub key: Key,
    /// What the person types to sign in, as [`clean_name`] leaves it.
    pub name: String,
    /// The name that History and pages show.
    pub full_name: String,
    /// Where links for a new password go; empty when there is none.
    pub email: String,
    /// What the person may do.
    pub role: Role,
    /// Whether the person may not sign in any more.
    pub is_disabled: bool,
    /// Since when the user is here.
    pub created_at: Timestamp,
}

/// What a person may do, at large.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Everything: all businesses, users, and the installation.
    Administrator,
    /// What was allowed business by business, and nothing else.
    Member(BTreeMap<Key, Access>),
}

impl Role {
    /// The stored, language-free name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Member(_) => "member",
        }
    }
}

/// What a member may do in one business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// How much.
    pub level: Level,
    /// The last day of it, in the business's time zone; without end where there is none.
    pub until: Option<Date>,
}

/// How much a member may do in a business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Level {
    /// Everything in it, backups and settings included.
    Full,
    /// Sees everything, History included, and changes nothing.
    Auditor,
    /// Only what was ticked, area by area.
    Custom(Areas),
}

impl Level {
    /// The stored, language-free name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Auditor => "auditor",
            Self::Custom(_) => "custom",
        }
    }
}

/// Rights by area: the code of a tab (as `sales-invoices`), of a report (`reports/balance-sheet`),
/// or of a page of its own (`history`, `emails`, `backup`, `settings`, `attachments`).
pub type Areas = BTreeMap<String, Rights>;

/// What may be done in an area.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rights {
    /// Seeing lists and records.
    pub view: bool,
    /// Making new records.
    pub create: bool,
    /// Changing records.
    pub edit: bool,
    /// Deleting records.
    pub delete: bool,
}

impl Rights {
    /// Seeing alone.
    pub const VIEW: Self = Self {
        view: true,
        create: false,
        edit: false,
        delete: false,
    };
    /// All four.
    pub const ALL: Self = Self {
        view: true,
        create: true,
        edit: true,
        delete: true,
    };

    /// As four letters, a dash for what is not allowed: `vced`, `v---`.
    pub fn code(self) -> String {
        [
            (self.view, 'v'),
            (self.create, 'c'),
            (self.edit, 'e'),
            (self.delete, 'd'),
        ]
        .map(|(is_allowed, letter)| if is_allowed { letter } else { '-' })
        .iter()
        .collect()
    }

    /// The rights in such letters; unknown ones allow nothing.
    pub fn from_code(code: &str) -> Self {
        Self {
            view: code.contains('v'),
            create: code.contains('c'),
            edit: code.contains('e'),
            delete: code.contains('d'),
        }
    }
}

/// The longest name, in letters.
const NAME_LETTERS_MAX: usize = 100;

/// A name to sign in with: small letters, no space around it, so that one person has one name
/// however it is typed.
///
/// # Errors
/// [`UsersError::NameRefused`] for one that is empty, too long, or holds other signs than letters,
/// figures and `. _ - @ +`.
pub fn clean_name(typed: &str) -> Result<String, UsersError> {
    // Letters that mean the same are the same (Unicode NFKC): full-width and joined ones, and a
    // letter with its marks. So two names that look the same for that are one.
    let folded: String = typed.trim().nfkc().flat_map(char::to_lowercase).collect();
    let name: String = folded.nfkc().collect();
    let is_fine = |letter: char| letter.is_alphanumeric() || "._-@+".contains(letter);
    if name.is_empty() || name.chars().count() > NAME_LETTERS_MAX || !name.chars().all(is_fine) {
        return Err(UsersError::NameRefused(typed.trim().to_owned()));
    }
    Ok(name)
}

/// The longest full name, in letters.
const FULL_NAME_LETTERS_MAX: usize = 200;
/// What History sets between names: who acts for whom, and the token of a program.
const MARKS: [char; 2] = ['→', '·'];

/// Whether a sign cannot be seen and changes what is: it begins a line, or turns the order of what
/// stands beside it. In a list or a log it would make one name look like another, or like two.
/// Signs that only join letters, as names in Hindi and Bengali need, are none of these.
pub fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}')
        || ('\u{2028}'..='\u{202e}').contains(&letter)
        || ('\u{2066}'..='\u{2069}').contains(&letter)
}

/// The name of an access token, without space around it: History shows it behind its user's.
///
/// # Errors
/// [`UsersError::TokenNameRefused`] for one that is empty, has more than 100 letters, or holds
/// signs that a full name may not hold.
pub fn clean_token_name(typed: &str) -> Result<String, UsersError> {
    let name = typed.trim();
    let is_mark = |letter: char| MARKS.contains(&letter) || is_unseen(letter);
    let is_long = name.chars().count() > NAME_LETTERS_MAX;
    if name.is_empty() || is_long || name.nfkc().any(is_mark) {
        return Err(UsersError::TokenNameRefused(name.to_owned()));
    }
    Ok(name.to_owned())
}

/// A full name, without space around it; the name to sign in with where there is none.
///
/// # Errors
/// [`UsersError::FullNameRefused`] for one that is too long, holds signs that cannot be seen, or
/// looks as if History had said of somebody that they acted for another.
pub fn clean_full_name(typed: &str, name: &str) -> Result<String, UsersError> {
    let full_name = typed.trim();
    // Compared as they look: there are other dots and arrows that come to the same.
    let is_mark = |letter: char| MARKS.contains(&letter) || is_unseen(letter);
    let is_long = full_name.chars().count() > FULL_NAME_LETTERS_MAX;
    if is_long || full_name.nfkc().any(is_mark) {
        return Err(UsersError::FullNameRefused(full_name.to_owned()));
    }
    Ok(if full_name.is_empty() {
        name
    } else {
        full_name
    }
    .to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_one_name_however_it_is_typed() {
        assert_eq!(
            clean_name(" Rahima.B@Example.com ").unwrap(),
            "rahima.b@example.com"
        );
        assert_eq!(clean_name("রহিমা").err().map(|e| e.code()), None);
        for wrong in ["", "  ", "two words", "a\nb", "a/b", &"x".repeat(101)] {
            assert_eq!(clean_name(wrong).unwrap_err().code(), "user-name-refused");
        }
    }

    #[test]
    fn names_that_mean_the_same_are_one() {
        for same in ["office", "ＯＦＦＩＣＥ", "o\u{fb03}ce", "Office "] {
            assert_eq!(clean_name(same).unwrap(), "office", "{same}");
        }
        assert_eq!(
            clean_name("Rene\u{301}").unwrap(),
            clean_name("ren\u{e9}").unwrap()
        );
    }

    #[test]
    fn a_full_name_does_not_look_like_what_history_says_of_two() {
        assert_eq!(clean_full_name(" Rina Sen ", "rina").unwrap(), "Rina Sen");
        assert_eq!(clean_full_name("  ", "rina").unwrap(), "rina");
        for wrong in ["A 5 → Custo", "A 5 · API: boot", "A\nB", &"x".repeat(201)] {
            let refused = clean_full_name(wrong, "a").unwrap_err();
            assert_eq!(refused.code(), "full-name-refused", "{wrong}");
        }
    }

    #[test]
    fn names_hold_no_sign_that_turns_or_breaks_a_line() {
        let unseen = [
            "\n", "\u{1b}", "\u{202e}", "\u{2066}", "\u{200f}", "\u{2028}",
        ];
        for sign in unseen {
            let wrong = format!("Till{sign}gro");
            assert!(clean_full_name(&wrong, "a").is_err(), "{sign:?}");
            let refused = clean_token_name(&wrong).unwrap_err();
            assert_eq!(refused.code(), "token-name-refused", "{sign:?}");
        }
        for wrong in [
            "",
            "  ",
            "Till → Boss",
            "Till · API: boss",
            &"x".repeat(101),
        ] {
            assert!(clean_token_name(wrong).is_err(), "{wrong}");
        }
        assert_eq!(clean_token_name(" Till 1 ").unwrap(), "Till 1");
        // Joiners belong to letters.
        let name = "শ্\u{200d}রী";
        assert_eq!(clean_token_name(name).unwrap(), name);
        assert_eq!(clean_full_name(name, "a").unwrap(), name);
    }

    #[test]
    fn rights_come_back_from_their_letters() {
        for rights in [Rights::default(), Rights::VIEW, Rights::ALL] {
            assert_eq!(Rights::from_code(&rights.code()), rights);
        }
        assert_eq!(Rights::VIEW.code(), "v---");
    }
}
