//! A name and an address, as people write them: `Name <name@example.com>`.
//!
//! Addresses are kept to what every server understands: letters, digits and the usual signs, no
//! quoted parts, no letters beyond ASCII. Names may hold anything but control characters.

use crate::MailError;
use lettre::Address;
use std::fmt;

/// A name longer than this is cut.
const NAME_CHARACTERS_MAX: usize = 200;

/// Whom an email is from or for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name, without control characters.
    name: Option<String>,
    /// The address, checked.
    address: String,
}

impl Mailbox {
    /// A mailbox of a name, from which control characters are removed, and an address.
    ///
    /// # Errors
    /// [`MailError::AddressInvalid`].
    pub fn new(name: Option<&str>, address: &str) -> Result<Self, MailError> {
        let address = address.trim();
        if !is_address(address) {
            return Err(MailError::AddressInvalid {
                address: without_controls(address),
            });
        }
        let name = name.map(without_controls).map(|name| {
            let quoted = name.trim().trim_matches('"');
            quoted.chars().take(NAME_CHARACTERS_MAX).collect::<String>()
        });
        Ok(Self {
            name: name.filter(|name| !name.trim().is_empty()),
            address: address.to_owned(),
        })
    }

    /// Reads `Name <address>` or `address`.
    ///
    /// # Errors
    /// [`MailError::AddressInvalid`].
    pub fn parse(text: &str) -> Result<Self, MailError> {
        let text = text.trim();
        match text
            .strip_suffix('>')
            .and_then(|rest| rest.rsplit_once('<'))
        {
            Some((name, address)) => Self::new(Some(name), address),
            None => Self::new(None, text),
        }
    }

    /// Reads several, with commas, semicolons or line ends between them; a comma within quotes, or
    /// one after which no address has come yet, belongs to the name. Quotes stand around a whole
    /// name: `5" Pipes` opens none, and none reaches beyond its line.
    ///
    /// # Errors
    /// [`MailError::AddressInvalid`] for the first that is none, also where two stand with nothing
    /// between them: else the first would be a name, and nobody would be written to.
    pub fn parse_list(text: &str) -> Result<Vec<Self>, MailError> {
        let mut mailboxes = Vec::new();
        for line in text.split(['\n', '\r']) {
            let mut part = String::new();
            let mut is_quoted = false;
            for (at, sign) in line.char_indices() {
                if sign == '"' {
                    let rest = line.get(at + 1..).unwrap_or_default();
                    is_quoted = !is_quoted && part.trim().is_empty() && rest.contains('"');
                }
                let ends = sign == ';' || (sign == ',' && part.contains('@'));
                if ends && !is_quoted {
                    push(&mut mailboxes, &part)?;
                    part.clear();
                } else {
                    part.push(sign);
                }
            }
            push(&mut mailboxes, &part)?;
        }
        Ok(mailboxes)
    }

    /// The name.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What the library beneath calls an address.
    pub(crate) fn to_address(&self) -> Result<Address, MailError> {
        let invalid = || MailError::AddressInvalid {
            address: self.address.clone(),
        };
        let (local, domain) = self.address.rsplit_once('@').ok_or_else(invalid)?;
        Address::new(local, domain).map_err(|_| invalid())
    }
}

fn push(mailboxes: &mut Vec<Mailbox>, part: &str) -> Result<(), MailError> {
    let part = part.trim();
    if part.is_empty() {
        return Ok(());
    }
    let mailbox = Mailbox::parse(part)?;
    let holds_another = |name: &str| name.contains('<') && name.contains('@');
    if !part.starts_with('"') && mailbox.name().is_some_and(holds_another) {
        return Err(MailError::AddressInvalid {
            address: without_controls(part),
        });
    }
    mailboxes.push(mailbox);
    Ok(())
}

/// As a list reads it: a name that would be taken for several people stands in quotes.
impl fmt::Display for Mailbox {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(name) = &self.name else {
            return out.write_str(&self.address);
        };
        let plain = format!("{name} <{}>", self.address);
        match Self::parse_list(&plain).as_deref() {
            Ok([only]) if only == self => out.write_str(&plain),
            _ => write!(out, "\"{}\" <{}>", name.replace('"', "'"), self.address),
        }
    }
}

/// The text without control characters and without the separators of lines and paragraphs; a line
/// end or tab becomes a space, so that words stay apart.
pub fn without_controls(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '\r' | '\n' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
            other => other,
        })
        .filter(|sign| !sign.is_control())
        .collect()
}

/// Whether every server understands the address.
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let is_atom = |atom: &str, signs: &str| {
        !atom.is_empty()
            && atom
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || signs.contains(sign))
    };
    let label = |label: &str| {
        is_atom(label, "-") && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-')
    };
    local.len() <= 64
        && local
            .split('.')
            .all(|atom| is_atom(atom, "!#$%&'*+/=?^_`{|}~-"))
        && domain.len() <= 253
        && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses_are_read_as_people_write_them() {
        let list = "a@example.com, Karim & Sons <k@example.com>; \"Smith, John\" <j@example.com>\n\
                    রহিমা <r@example.com>, Doe, Jane <d@example.com>";
        let read: Vec<String> = Mailbox::parse_list(list)
            .unwrap()
            .iter()
            .map(Mailbox::to_string)
            .collect();
        assert_eq!(
            read,
            [
                "a@example.com",
                "Karim & Sons <k@example.com>",
                "Smith, John <j@example.com>",
                "রহিমা <r@example.com>",
                "Doe, Jane <d@example.com>"
            ]
        );
        assert!(Mailbox::parse_list(" , ;").is_err());
        assert!(Mailbox::parse_list(" ;\n").unwrap().is_empty());
    }

    #[test]
    fn a_name_never_adds_or_hides_a_recipient() {
        let names = [
            "A; B",
            "victim@example.com, Karim",
            "A; B \"5\" Pipes @ Home, Ltd",
            "5\" Pipes Ltd",
            "Karim <karim@example.com>, Sons",
            "\"A\"; B",
        ];
        for name in names {
            let mailbox = Mailbox::new(Some(name), "a@example.com").unwrap();
            let read = Mailbox::parse_list(&mailbox.to_string()).unwrap();
            assert_eq!(read.len(), 1, "{name}");
            assert_eq!(read[0].address(), "a@example.com");
            assert_eq!(read[0].to_string(), mailbox.to_string(), "{name}");
        }
        let two =
            Mailbox::parse_list("5\" Pipes <q@example.com>\r\nOther <o@example.com>").unwrap();
        assert_eq!(two[0].to_string(), "5\" Pipes <q@example.com>");
        assert_eq!(two[1].to_string(), "Other <o@example.com>");
        for text in ["A <a@b.c> B <d@e.f>", "\"A <a@b.c>\nB <d@e.f> C <g@h.i>"] {
            assert!(Mailbox::parse_list(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "a",
            "@",
            "a@",
            "@b",
            "a b@c.d",
            "a@b c",
            "a@b\r\nRCPT TO:<x@y.z>",
            "a@b>",
            "<a@b",
            "a@-b.c",
            "a@b..c",
            ".a@b.c",
            "a..b@c.d",
            "\"a b\"@c.d",
            "a@[127.0.0.1]",
            "ক@b.c",
            "a@খ.com",
            "a@b.c\0",
            "a,b@c.d",
        ] {
            assert!(Mailbox::new(None, text).is_err(), "{text:?}");
        }
        for text in ["a@b", "a.b+c@d-e.example", "o'neil@example.com"] {
            assert!(Mailbox::new(None, text).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn control_characters_leave_names() {
        let mailbox = Mailbox::new(Some("A\r\nBcc: x@y.z\0\u{2028}B\u{85}"), "a@b.c").unwrap();
        assert_eq!(mailbox.to_string(), "A  Bcc: x@y.z B <a@b.c>");
        assert_eq!(Mailbox::new(Some("\r\n"), "a@b.c").unwrap().name(), None);
    }
}
