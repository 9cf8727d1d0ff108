//! How a backup is to be protected: the part of the Backup page that asks, and what was answered
//! (docs/SPEC-backup.md, 11.10).

use crate::PageError;
use axum::http::StatusCode;
use backup::{CAN_ENCRYPT, Encryption, Passphrase, generated_passphrase, is_too_short};
use maud::{Markup, html};
use pages::Locale;
use pages::forms::{self, Choice, Field};

/// Longer passphrases are judged by their beginning: judging takes long.
const LETTERS_JUDGED: usize = 100;

/// Who chose the passphrase of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chosen {
    /// The program drew six words, which the person has yet to write down.
    Drawn,
    /// The person has it.
    Own,
}

/// What a backup is protected with.
#[derive(Debug, Clone)]
pub(crate) struct Protection {
    pub(super) chosen: Chosen,
    pub(crate) encryption: Encryption,
}

/// The answers of the form.
pub(crate) struct Answers {
    /// `none`, `words` or `own`.
    pub(crate) protect: String,
    pub(crate) passphrase: Passphrase,
    pub(crate) again: Passphrase,
}

impl Answers {
    /// What they come to; `about` are words that no passphrase should be made of.
    ///
    /// # Errors
    /// When a passphrase of one's own is too short, easy to guess or not typed twice alike.
    pub(crate) fn protection(self, about: &[&str]) -> Result<Option<Protection>, PageError> {
        let refused = |code| PageError::new(StatusCode::UNPROCESSABLE_ENTITY, code);
        let typed = !self.passphrase.is_empty() || !self.again.is_empty();
        let chosen = match self.protect.as_str() {
            "words" => Chosen::Drawn,
            // Whoever typed a passphrase wants it, whatever is ticked above it.
            "own" => Chosen::Own,
            _ if typed => Chosen::Own,
            _ => return Ok(None),
        };
        let passphrase = match chosen {
            Chosen::Drawn => generated_passphrase()?,
            Chosen::Own if self.passphrase != self.again => {
                return Err(refused("passphrases-differ"));
            }
            Chosen::Own if is_too_short(&self.passphrase) => {
                return Err(refused("passphrase-short"));
            }
            Chosen::Own => self.passphrase,
        };
        if chosen == Chosen::Own && is_guessable(&passphrase, about) {
            return Err(refused("passphrase-guessable"));
        }
        Ok(Some(Protection {
            chosen,
            encryption: Encryption::new(passphrase),
        }))
    }
}

/// Judged as passwords are.
fn is_guessable(passphrase: &Passphrase, about: &[&str]) -> bool {
    let judged: String = passphrase.reveal().chars().take(LETTERS_JUDGED).collect();
    let judged = Passphrase::new(judged);
    users::check_password(judged.reveal(), about, false).is_err()
}

/// The part of the form; `protect` is what was ticked before, or nothing.
pub(super) fn fields(locale: Locale, protect: &str, error: Option<&str>) -> Markup {
    if !CAN_ENCRYPT {
        return html! {};
    }
    let word = |key: &str| locale.text(key);
    let choice = |value: &'static str, label: &'static str| (value, locale.text(label));
    let choices = [
        choice("none", "protect-none"),
        choice("words", "protect-words"),
        choice("own", "protect-own"),
    ];
    let choices = choices.each_ref().map(|(value, label)| Choice {
        value,
        label,
        group: "",
    });
    let value = if protect.is_empty() { "none" } else { protect };
    html! {
        (forms::radios(
            &Field {
                name: "protect",
                label: &word("protect-title"),
                value,
                hint: Some(&word("protect-warning")),
                ..Field::default()
            },
            &choices,
        ))
        details open[protect == "own"] {
            summary { (word("protect-own")) }
            (own_fields(locale, &word("protect-passphrase-hint"), error))
        }
    }
}

/// The box that allows a summary; not ticked unless it was ticked before.
pub(super) fn summary_box(locale: Locale, is_ticked: bool) -> Markup {
    if !CAN_ENCRYPT {
        return html! {};
    }
    forms::checkbox(
        &Field {
            name: "readable_summary",
            label: &locale.text("protect-summary"),
            hint: Some(&locale.text("protect-summary-hint")),
            ..Field::default()
        },
        is_ticked,
    )
}

/// The two fields alone, for a passphrase of one's own.
pub(crate) fn own_fields(locale: Locale, hint: &str, error: Option<&str>) -> Markup {
    html! {
        (forms::password(&Field {
            name: "passphrase",
            label: &locale.text("protect-passphrase"),
            hint: Some(hint),
            error,
            ..Field::default()
        }))
        (forms::password(&Field {
            name: "passphrase_again",
            label: &locale.text("protect-passphrase-again"),
            ..Field::default()
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(protect: &str, one: &str, other: &str) -> Result<Option<Chosen>, &'static str> {
        let answers = Answers {
            protect: protect.to_owned(),
            passphrase: Passphrase::new(one),
            again: Passphrase::new(other),
        };
        let protection = answers.protection(&["Harbour Bakery"]);
        protection
            .map(|protection| protection.map(|protection| protection.chosen))
            .map_err(|error| error.code)
    }

    #[test]
    fn answers_become_a_passphrase_or_a_reason() {
        const GOOD: &str = "tulip granite seventeen kettle";
        assert_eq!(answered("none", "", ""), Ok(None));
        assert_eq!(answered("words", "", ""), Ok(Some(Chosen::Drawn)));
        assert_eq!(answered("own", GOOD, GOOD), Ok(Some(Chosen::Own)));
        assert_eq!(answered("none", GOOD, GOOD), Ok(Some(Chosen::Own)));
        assert_eq!(answered("own", GOOD, ""), Err("passphrases-differ"));
        assert_eq!(answered("own", "", ""), Err("passphrase-short"));
        assert_eq!(answered("own", "short", "short"), Err("passphrase-short"));
        let easy = "passwordpassword";
        assert_eq!(answered("own", easy, easy), Err("passphrase-guessable"));
    }
}
