//! Mending a damaged list of backups: one press, and every part of it with what came over.

use crate::blocking::blocking;
use crate::request::Visitor;
use crate::shell::plain_page;
use crate::{PageError, Shared};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use catalog::{Mended, MendedPart};
use maud::{Markup, html};
use pages::{Argument, Locale, Notice, NoticeKind, forms, layout};

/// What a list that cannot be read is refused with.
pub(super) const DAMAGED: &str = "catalogue-damaged";

/// The button, for whoever sets places up.
pub(super) fn button(locale: Locale) -> Markup {
    html! {
        div .form-buttons {
            (forms::button_form("/keeping/mending", &locale.text("mend-button"), &[]))
        }
    }
}

/// `POST /keeping/mending`.
pub(super) async fn mend(
    State(app): State<Shared>,
    visitor: Visitor,
) -> Result<Response, PageError> {
    let mended = blocking(move || Ok(app.keeping.mend_catalog()?)).await?;
    let nothing = || PageError::new(StatusCode::NOT_FOUND, "keeping-nothing-to-mend");
    let mended = mended.ok_or_else(nothing)?;
    let locale = visitor.locale;
    let title = locale.text("mend-title");
    let kind = match mended.is_whole() {
        true => NoticeKind::Success,
        false => NoticeKind::Warning,
    };
    let text = match (&mended.kept_as, mended.is_whole()) {
        (None, _) => locale.text("mend-nothing"),
        (Some(_), true) => locale.text("mend-whole"),
        (Some(_), false) => locale.text("mend-lost"),
    };
    let body = html! {
        (layout::heading(&title, html! {}))
        (layout::notice_box(&Notice { kind, text }))
        ul { @for sentence in mended_sentences(locale, &mended) { li { (sentence) } } }
        @if let Some(file) = &mended.kept_as {
            p .quiet { (locale.text_with("mend-kept-as", &[("file", Argument::Text(file))])) }
        }
        p { a .button .primary href="/keeping" { (locale.text("kept-all-title")) } }
        p { a .button href="/keeping/places" { (locale.text("places-title")) } }
    };
    Ok(plain_page(&visitor, StatusCode::OK, &title, None, body))
}

/// What came over of every part, in words.
pub fn mended_sentences(locale: Locale, mended: &Mended) -> Vec<String> {
    let sentence = |part: &MendedPart| {
        let name = locale.text(&format!("mend-part-{}", part.name));
        let count = locale.count(part.count);
        let told = [
            ("part", Argument::Text(&name)),
            ("number", Argument::Text(&count)),
        ];
        locale.text_with(
            match part.is_whole {
                true => "mend-all-of",
                false => "mend-some-of",
            },
            &told,
        )
    };
    mended.parts.iter().map(sentence).collect()
}
