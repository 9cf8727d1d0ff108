//! The few icons of the pages, drawn here as inline SVG: they take the colour of the text beside
//! them, and are hidden from screen readers, because words always stand beside them.

use maud::{Markup, PreEscaped, html};

/// Which icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A strongbox: the program.
    Strongbox,
    /// A globe: languages.
    Globe,
    /// A plus: add or create.
    Add,
    /// A pencil: edit.
    Edit,
    /// A bin: remove or delete.
    Bin,
    /// An arrow down into a tray: backup, download.
    Download,
    /// An arrow up from a tray: import, upload.
    Upload,
    /// A clock running backwards: history, restore.
    History,
    /// An envelope: emails.
    Envelope,
    /// A paper clip: attachments.
    Clip,
    /// A tick in a circle: success.
    Success,
    /// A letter i in a circle: information.
    Information,
    /// A triangle: warning.
    Warning,
    /// A cross in a circle: error.
    Error,
    /// A printer.
    Printer,
}

impl Icon {
    /// The shapes, on a grid of 20 by 20.
    const fn shapes(self) -> &'static str {
        match self {
            Icon::Strongbox => {
                r#"<rect x="2" y="3" width="16" height="13" rx="2.5"/><circle cx="10" cy="9.5" r="3"/><path d="M10 6.5v1.6M10 10.9v1.6M7 9.5h1.6M11.4 9.5H13M5 16v1.5M15 16v1.5"/>"#
            }
            Icon::Globe => {
                r#"<circle cx="10" cy="10" r="7.5"/><path d="M2.5 10h15M10 2.5c5 5 5 10 0 15M10 2.5c-5 5-5 10 0 15"/>"#
            }
            Icon::Add => r#"<path d="M10 4v12M4 10h12"/>"#,
            Icon::Edit => r#"<path d="M12.5 4.5l3 3L7 16l-3.5.5L4 13zM11 6l3 3"/>"#,
            Icon::Bin => {
                r#"<path d="M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.8 11h8.4l.8-11M8.5 8.5v5M11.5 8.5v5"/>"#
            }
            Icon::Download => r#"<path d="M10 3v9M6.5 8.5L10 12l3.5-3.5M3.5 13v3.5h13V13"/>"#,
            Icon::Upload => r#"<path d="M10 12V3M6.5 6.5L10 3l3.5 3.5M3.5 13v3.5h13V13"/>"#,
            Icon::History => {
                r#"<path d="M3.2 8.5A7 7 0 1 1 3.5 12.500M3 4.500v4h4M10 6v4.300l3 1.700"/>"#
            }
            Icon::Envelope => {
                r#"<rect x="2.500" y="4.500" width="15" height="11" rx="1.500"/><path d="M3 6l7 5 7-5"/>"#
            }
            Icon::Clip => {
                r#"<path d="M14.500 9.500l-5 5a3 3 0 0 1-4.300-4.300l6-6a2 2 0 0 1 2.900 2.900l-5.800 5.800a1 1 0 0 1-1.500-1.500l5-5"/>"#
            }
            Icon::Success => {
                r#"<circle cx="10" cy="10" r="7.500"/><path d="M6.500 10.300l2.400 2.400 4.600-5"/>"#
            }
            Icon::Information => {
                r#"<circle cx="10" cy="10" r="7.500"/><path d="M10 9v4.500M10 6.300v.4"/>"#
            }
            Icon::Warning => r#"<path d="M10 3l7.500 13.500h-15zM10 8v4M10 14v.4"/>"#,
            Icon::Error => {
                r#"<circle cx="10" cy="10" r="7.500"/><path d="M7.300 7.300l5.400 5.400M12.700 7.300l-5.400 5.400"/>"#
            }
            Icon::Printer => {
                r#"<path d="M6 7.500V3h8v4.500M6 14H3.500V7.500h13V14H14M6 11.500h8V17H6z"/>"#
            }
        }
    }
}

/// The icon as markup.
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg .icon viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" {
            (PreEscaped(icon.shapes()))
        }
    }
}
