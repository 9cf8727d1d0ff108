//! The page that asks for a proof of who somebody is before what is grave (docs/SPEC-users.md,
//! 3.10), alike in every face: the password, and a code where there is a second factor.

use crate::forms::{self, Field, labelled};
use crate::languages::{Argument, Locale};
use crate::layout::heading;
use crate::tables::panel;
use maud::{Markup, html};

/// The name of the field of the password.
pub const PASSWORD: &str = "proof_password";
/// The name of the field of the code.
pub const CODE: &str = "proof_code";

/// What is asked of whom, and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Who has signed in.
    pub name: &'a str,
    /// Whether a code belongs to the proof.
    pub asks_code: bool,
    /// Where both are sent.
    pub action: &'a str,
    /// What is sent with them unseen: a form that waits, or where to go then.
    pub unseen: &'a [(String, String)],
    /// Whether that is a form in which somebody typed.
    pub is_form: bool,
    /// Secrets of that form, by name and label: they are typed again.
    pub secrets: &'a [(String, String)],
    /// The way back.
    pub back: Option<&'a str>,
}

/// The body of the page.
pub fn ask(locale: Locale, asked: &Asked<'_>) -> Markup {
    let name = [("name", Argument::Text(asked.name))];
    html! {
        (heading(&locale.text("proof-title"), html! {}))
        (panel("", html! {
            p { (locale.text_with("proof-signed-in", &name)) }
            p { (locale.text("proof-explained")) }
            @if asked.is_form { p { (locale.text("proof-kept")) } }
            (forms::form(asked.action, false, html! {
                @for (name, value) in asked.unseen { (forms::hidden(name, value)) }
                (password(locale))
                @if asked.asks_code { (code(locale)) }
                @for (name, label) in asked.secrets { (again(locale, name, label)) }
                (forms::submit(locale, &locale.text("proof-button"), asked.back))
            }))
        }))
    }
}

/// The body of the page from which a download begins, once it may: by itself with a script and
/// without one.
pub fn download_begins(locale: Locale, address: &str, back: &str) -> Markup {
    let at_once = format!("0;url={address}");
    html! {
        (heading(&locale.text("proof-done-title"), html! {}))
        (panel("", html! {
            noscript { meta http-equiv="refresh" content=(at_once); }
            p { (locale.text("proof-done")) }
            div .form-buttons {
                a .button .primary href=(address) data-download { (locale.text("button-download")) }
                a .button href=(back) { (locale.text("button-back")) }
            }
        }))
    }
}

fn password(locale: Locale) -> Markup {
    let label = locale.text("proof-password");
    let field = Field {
        name: PASSWORD,
        label: &label,
        ..Field::default()
    };
    labelled(
        &field,
        html! {
            input type="password" id=(PASSWORD) name=(PASSWORD) value="" required autofocus
                autocomplete="current-password";
        },
    )
}

fn code(locale: Locale) -> Markup {
    let (label, hint) = (
        locale.text("sign-in-code"),
        locale.text("sign-in-code-hint"),
    );
    let field = Field {
        name: CODE,
        label: &label,
        hint: Some(&hint),
        ..Field::default()
    };
    labelled(
        &field,
        html! {
            input .code-input type="text" id=(CODE) name=(CODE) value="" required
                autocomplete="one-time-code" autocapitalize="none" spellcheck="false" dir="ltr"
                aria-describedby="proof_code-hint";
        },
    )
}

fn again(locale: Locale, name: &str, label: &str) -> Markup {
    let hint = locale.text("proof-again-hint");
    forms::password(&Field {
        name,
        label,
        hint: Some(&hint),
        required: true,
        ..Field::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_what_waits_and_asks_for_what_is_secret() {
        let asked = Asked {
            name: "Rahima <b>",
            asks_code: true,
            action: "/server/email",
            unseen: &[("host".to_owned(), "mail & more".to_owned())],
            is_form: true,
            secrets: &[("password".to_owned(), "Password there".to_owned())],
            back: None,
        };
        let page = ask(Locale::default(), &asked).into_string();
        assert!(
            page.contains("name=\"host\" value=\"mail &amp; more\""),
            "{page}"
        );
        assert!(page.contains("name=\"password\" value=\"\""), "{page}");
        assert!(page.contains("name=\"proof_code\" value=\"\""), "{page}");
        assert!(page.contains("Rahima &lt;b&gt;"), "{page}");
        let begins = download_begins(Locale::default(), "/a?b=1&c=2", "/").into_string();
        assert!(
            begins.contains("content=\"0;url=/a?b=1&amp;c=2\""),
            "{begins}"
        );
    }
}
