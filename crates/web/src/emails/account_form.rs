//! The form of a mail account: its fields, and what was typed read into settings.

use super::account_fields::Fields;
use crate::settings::meanwhile;
use mail::{MailError, MailSettings, Mailbox, Secret, Security};
use maud::{Markup, html};
use pages::forms::Field;
use pages::tables::facts;
use pages::{Locale, forms, user_text};
use rust_decimal::prelude::ToPrimitive;
use serde::Deserialize;

/// Characters of a certificate in PEM; a chain of several fits.
const AUTHORITY_CHARACTERS_MAX: usize = 50_000;

/// What the form holds. The password is taken in and never put back.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    host: String,
    port: String,
    security: String,
    username: String,
    password: String,
    from_name: String,
    from_address: String,
    reply_to: String,
    copy: Option<String>,
    emails_per_hour: String,
    authority: String,
    act: String,
    /// What the form was made from.
    base: String,
}

impl Typed {
    /// An account as it is kept, without its password.
    pub(super) fn of(settings: &MailSettings) -> Self {
        Self {
            host: settings.host.clone(),
            port: settings.port.to_string(),
            security: settings.security.code().to_owned(),
            username: settings.username.clone(),
            password: String::new(),
            from_name: settings.from.name().unwrap_or_default().to_owned(),
            from_address: settings.from.address().to_owned(),
            reply_to: settings
                .reply_to
                .as_ref()
                .map(Mailbox::to_string)
                .unwrap_or_default(),
            copy: settings.copies_to_oneself.then(|| "on".to_owned()),
            emails_per_hour: settings.emails_per_hour.to_string(),
            authority: settings.authority.clone().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The same, made from this account; none where there was none.
    pub(super) fn made_from(self, kept: Option<&MailSettings>) -> Self {
        Self {
            base: meanwhile::base_of(&kept),
            ..self
        }
    }

    /// What somebody else saved after the form was made, to stand above it.
    pub(super) fn meanwhile(&self, kept: Option<&MailSettings>, locale: Locale) -> Option<Markup> {
        let saved = kept.map(Self::of).unwrap_or_default();
        meanwhile::is_another(&self.base, &kept)
            .then(|| meanwhile::told(locale, facts(&saved.rows(locale))))
    }

    /// The account as rows, without its password, which is told to nobody.
    fn rows(&self, locale: Locale) -> Vec<(String, Markup)> {
        let sender = format!("{} <{}>", self.from_name, self.from_address);
        [
            ("email-setting-host", &self.host),
            ("email-setting-port", &self.port),
            ("email-setting-security", &self.security),
            ("email-setting-username", &self.username),
            ("email-setting-sender", &sender),
            ("email-reply-to", &self.reply_to),
            ("email-setting-per-hour", &self.emails_per_hour),
        ]
        .map(|(label, value)| (locale.text(label), html! { (user_text(value)) }))
        .to_vec()
    }

    /// What the form of a business begins with that has no account yet.
    pub(super) fn of_new(business: &str) -> Self {
        Self {
            port: "587".to_owned(),
            security: Security::StartTls.code().to_owned(),
            from_name: business.to_owned(),
            emails_per_hour: "100".to_owned(),
            ..Self::default()
        }
    }

    /// Whether the test was pressed.
    pub(super) fn wants_test(&self) -> bool {
        self.act == "test"
    }
}

/// What is wrong with fields: their names, and sentences.
pub(super) type Errors = Vec<(&'static str, String)>;

/// What was typed as settings. A password that is left empty is the one kept so far, as long as
/// server and user name are: nobody gets a kept password sent to another server.
pub(super) fn settings(
    typed: &Typed,
    kept: Option<&MailSettings>,
    locale: Locale,
) -> Result<MailSettings, Errors> {
    let mut errors = Errors::new();
    let mut wrong = |name: &'static str, sentence: String| errors.push((name, sentence));
    let of_mail = |error: &MailError| locale.error(error.code(), &error.arguments());
    let from = Mailbox::new(Some(&typed.from_name), &typed.from_address);
    if let Err(error) = &from {
        wrong("from_address", of_mail(error));
    }
    let reply_to = match typed.reply_to.trim() {
        "" => Ok(None),
        text => Mailbox::parse(text).map(Some),
    };
    if let Err(error) = &reply_to {
        wrong("reply_to", of_mail(error));
    }
    let port = whole_number(locale, &typed.port).and_then(|port| u16::try_from(port).ok());
    if port.is_none_or(|port| port == 0) {
        wrong("port", locale.text("email-setting-port-wrong"));
    }
    let per_hour = whole_number(locale, &typed.emails_per_hour).filter(|count| *count > 0);
    if per_hour.is_none() {
        wrong(
            "emails_per_hour",
            locale.text("email-setting-per-hour-wrong"),
        );
    }
    let security = Security::from_code(&typed.security);
    if security.is_none() {
        wrong("security", locale.text("email-setting-security-wrong"));
    }
    if !is_authority(typed.authority.trim()) {
        wrong("authority", locale.text("email-setting-authority-wrong"));
    }
    let password = password(typed, kept);
    if password.is_none() {
        wrong("password", locale.text("email-setting-password-needed"));
    }
    let (Ok(from), Ok(reply_to), Some(port), Some(emails_per_hour)) =
        (from, reply_to, port, per_hour)
    else {
        return Err(errors);
    };
    let (Some(security), Some(password)) = (security, password) else {
        return Err(errors);
    };
    let settings = MailSettings {
        host: typed.host.trim().to_owned(),
        port,
        security,
        username: typed.username.trim().to_owned(),
        password,
        from,
        reply_to,
        copies_to_oneself: typed.copy.is_some(),
        emails_per_hour,
        authority: Some(typed.authority.trim().to_owned()).filter(|pem| !pem.is_empty()),
    };
    errors.extend(refused(&settings, locale));
    if errors.is_empty() {
        Ok(settings)
    } else {
        Err(errors)
    }
}

/// What the mail engine finds wrong with settings, beside the field where it stands.
fn refused(settings: &MailSettings, locale: Locale) -> Option<(&'static str, String)> {
    let Err(MailError::SettingInvalid { setting, .. }) = settings.check() else {
        return None;
    };
    let (name, key) = match setting {
        "host" => ("host", "email-setting-host-wrong"),
        "username" => ("username", "email-setting-username-wrong"),
        "password" => ("password", "email-setting-password-wrong"),
        _ => ("port", "email-setting-port-wrong"),
    };
    Some((name, locale.text(key)))
}

/// Whether this can be a certificate in PEM, or is left empty.
fn is_authority(pem: &str) -> bool {
    let is_pem = pem.starts_with("-----BEGIN CERTIFICATE-----") && pem.ends_with("-----");
    pem.is_empty() || (is_pem && pem.chars().count() <= AUTHORITY_CHARACTERS_MAX)
}

/// The password that is meant; nothing when it must be typed.
fn password(typed: &Typed, kept: Option<&MailSettings>) -> Option<Secret> {
    let username = typed.username.trim();
    if username.is_empty() {
        return Some(Secret::default());
    }
    if !typed.password.is_empty() {
        return Some(Secret::new(typed.password.as_str()));
    }
    let same = kept
        .filter(|kept| kept.username == username && kept.host == typed.host.trim())
        .filter(|kept| !kept.password.is_empty());
    same.map(|kept| kept.password.clone())
}

/// A whole number in any digits.
fn whole_number(locale: Locale, typed: &str) -> Option<u32> {
    let number = locale.parse_amount(typed.trim()).ok()?;
    if number.fract().is_zero() {
        number.to_u32()
    } else {
        None
    }
}

/// The form.
pub(super) fn form(
    locale: Locale,
    action: &str,
    back: &str,
    typed: &Typed,
    has_password: bool,
    errors: &Errors,
) -> Markup {
    let fields = Fields { locale, errors };
    let password_hint = if has_password {
        "email-setting-password-kept"
    } else {
        "email-setting-password-hint"
    };
    forms::form(
        action,
        false,
        html! {
            (meanwhile::field(&typed.base))
            section .panel {
                h2 { (locale.text("email-setting-server")) }
                div .fields {
                    (fields.line(
                        "host", "email-setting-host", &typed.host, "email-setting-host-hint",
                    ))
                    (fields.amount(
                        "port", "email-setting-port", &typed.port, "email-setting-port-hint",
                    ))
                }
                (fields.security(&typed.security))
                div .fields {
                    (fields.line(
                        "username", "email-setting-username", &typed.username,
                        "email-setting-username-hint",
                    ))
                    (fields.password(password_hint))
                }
            }
            section .panel {
                h2 { (locale.text("email-setting-sender")) }
                div .fields {
                    (fields.line("from_name", "email-setting-from-name", &typed.from_name, ""))
                    (fields.line(
                        "from_address", "email-setting-from-address", &typed.from_address, "",
                    ))
                    (fields.line(
                        "reply_to", "email-reply-to", &typed.reply_to,
                        "email-setting-reply-to-hint",
                    ))
                    (fields.amount(
                        "emails_per_hour", "email-setting-per-hour", &typed.emails_per_hour,
                        "email-setting-per-hour-hint",
                    ))
                }
                (forms::checkbox(
                    &Field {
                        name: "copy",
                        label: &locale.text("email-setting-copy"),
                        ..Field::default()
                    },
                    typed.copy.is_some(),
                ))
            }
            (fields.authority(&typed.authority))
            (buttons(locale, back))
        },
    )
}

/// Save, save and test, and the way back.
fn buttons(locale: Locale, back: &str) -> Markup {
    html! {
        div .form-buttons {
            button .button .primary type="submit" name="act" value="save" {
                (locale.text("button-save"))
            }
            button .button type="submit" name="act" value="test" {
                (locale.text("email-test"))
            }
            a .button href=(back) { (locale.text("button-cancel")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        Typed {
            host: "mail.example.com".to_owned(),
            username: "rahima".to_owned(),
            from_address: "rahima@example.com".to_owned(),
            ..Typed::of_new("Shop")
        }
    }

    #[test]
    fn a_kept_password_goes_to_its_own_server_only() {
        let locale = Locale::default();
        let errors = settings(&typed(), None, locale).expect_err("a password is needed");
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].0, "password");
        let with_password = Typed {
            password: "secret".to_owned(),
            ..typed()
        };
        let kept = settings(&with_password, None, locale).expect("settings");
        assert_eq!(settings(&typed(), Some(&kept), locale), Ok(kept.clone()));
        for other in [
            Typed {
                host: "evil.example".to_owned(),
                ..typed()
            },
            Typed {
                username: "karim".to_owned(),
                ..typed()
            },
        ] {
            assert!(settings(&other, Some(&kept), locale).is_err());
        }
        let nobody = Typed {
            username: String::new(),
            ..typed()
        };
        let settings = settings(&nobody, Some(&kept), locale).expect("settings");
        assert!(settings.password.is_empty());
    }

    #[test]
    fn what_is_no_certificate_is_refused_before_anything_is_kept() {
        for (authority, is_right) in [
            ("garbage", false),
            (
                "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----",
                false,
            ),
            (
                "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n",
                true,
            ),
        ] {
            let typed = Typed {
                password: "secret".to_owned(),
                authority: authority.to_owned(),
                ..typed()
            };
            let read = settings(&typed, None, Locale::default());
            assert_eq!(read.is_ok(), is_right, "{authority}");
        }
    }

    #[test]
    fn numbers_are_read_in_any_digits_and_wrong_ones_named() {
        let locale = Locale::new(pages::Language::Bengali);
        assert_eq!(whole_number(locale, " ৫৮৭ "), Some(587));
        assert_eq!(whole_number(locale, "1.5"), None);
        let wrong = Typed {
            port: "65536".to_owned(),
            emails_per_hour: "0".to_owned(),
            security: "ssl".to_owned(),
            from_address: "nobody".to_owned(),
            username: String::new(),
            ..typed()
        };
        let errors = settings(&wrong, None, locale).expect_err("four mistakes");
        let names: Vec<&str> = errors.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            names,
            ["from_address", "port", "emails_per_hour", "security"]
        );
    }
}
