//! A picture or a PDF shown inside the page: a frame around the address that judges the bytes.
//!
//! The page itself never interprets a file. Pictures are loaded as pictures and nothing else; a PDF
//! is shown by the browser's own viewer, in a frame, under the policy of its own answer.

use super::listing::{Listed, Place};
use super::sniff::Sort;
use crate::records::names::Names;
use books::Key;
use maud::{Markup, html};
use pages::user_text;
use serde::Deserialize;
use store::StoreError;

/// What the address of a page asks to see.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Asked {
    /// The key of the file that is shown.
    preview: Option<String>,
}

impl Asked {
    /// The key, when there is one.
    pub(crate) fn key(&self) -> Option<Key> {
        self.preview.as_deref()?.parse().ok()
    }
}

/// The frame for the file asked for, or nothing when it is not among these or is not to be shown.
pub(super) fn figure(
    names: &Names<'_>,
    listed: &[Listed],
    asked: Option<Key>,
) -> Result<Markup, StoreError> {
    let Some(file) = asked.and_then(|key| listed.iter().find(|file| file.key == key)) else {
        return Ok(html! {});
    };
    let Some(sort) = file.sort(names)? else {
        return Ok(html! {});
    };
    let href = file.href(names.business);
    let source = format!("{href}/preview");
    Ok(html! {
        figure .preview #preview {
            figcaption {
                (user_text(&file.name)) " "
                a .button href=(href) { (names.locale.text("attachments-download")) }
            }
            @if sort == Sort::Pdf {
                iframe src=(source) title=(file.name) {}
            } @else {
                img src=(source) alt=(file.name);
            }
        }
    })
}

/// The button that shows a file in the page at this address, when it may be shown.
pub(super) fn button(names: &Names<'_>, file: &Listed, page: &str) -> Result<Markup, StoreError> {
    if file.sort(names)?.is_none() {
        return Ok(html! {});
    }
    let separator = if page.contains('?') { '&' } else { '?' };
    let href = format!("{page}{separator}preview={}#preview", file.key);
    Ok(html! { a .button href=(href) { (names.locale.text("attachments-view")) } })
}

/// What can be done with a file beyond looking at it. Images of the other program stand in a table
/// that is carried along unchanged: the page says so.
pub(super) fn acts(names: &Names<'_>, file: &Listed) -> Markup {
    let locale = names.locale;
    if file.place == Place::Image {
        return html! { span .muted { (locale.text("attachments-image-kept")) } };
    }
    let href = file.href(names.business);
    let question = locale.text_with(
        "attachments-remove-question",
        &[("name", pages::Argument::Text(&file.name))],
    );
    html! {
        a .button href={ (href) "/edit" } { (locale.text("attachments-rename")) }
        (pages::forms::confirmation(
            locale,
            &format!("{href}/removal"),
            &locale.text("button-remove"),
            &question,
        ))
    }
}
