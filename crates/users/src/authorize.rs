//! The one function that decides who may do what (security.md S40, S43, S44; SPEC-users.md, 2).

use crate::{Access, Level, Rights, Role, User};
use books::Key;
use jiff::civil::Date;

/// What someone wants to do in a business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// Enter it at all: see its name in the list, and its Summary as far as areas allow.
    Enter,
    /// Look at an area.
    View(String),
    /// Make a record there.
    Create(String),
    /// Change a record there.
    Edit(String),
    /// Delete a record there.
    Delete(String),
    /// What only someone with full access may do: settings, backup, import, email account, removal.
    Govern,
}

/// Who wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The person at this computer: Desktop, where nobody signs in.
    Owner,
    /// A user who signed in, or whose token was shown.
    User(Box<User>),
}

/// Someone may do something in a business. Only [`authorize`] makes one, so that what asks for a
/// permit cannot be done without having asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permit {
    business: Key,
    operation: Operation,
}

impl Permit {
    /// The business.
    pub fn business(&self) -> Key {
        self.business
    }

    /// What is permitted.
    pub fn operation(&self) -> &Operation {
        &self.operation
    }
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// To the subject the business does not exist: the answer is that of a key nobody has.
    NotThere,
    /// The subject may be in the business, and not do this.
    NotAllowed,
}

/// Whether the subject may do this, on this day of the business's calendar.
///
/// # Errors
/// [`Denied`].
pub fn authorize(
    subject: &Subject,
    business: Key,
    operation: Operation,
    today: Date,
) -> Result<Permit, Denied> {
    let user = match subject {
        Subject::Owner => {
            return Ok(Permit {
                business,
                operation,
            });
        }
        Subject::User(user) => user,
    };
    let access = match &user.role {
        _ if user.is_disabled => return Err(Denied::NotThere),
        Role::Administrator => {
            return Ok(Permit {
                business,
                operation,
            });
        }
        Role::Member(businesses) => businesses.get(&business),
    };
    let access = access
        .filter(|access| is_running(access, today))
        .ok_or(Denied::NotThere)?;
    match allows(&access.level, &operation) {
        true => Ok(Permit {
            business,
            operation,
        }),
        false => Err(Denied::NotAllowed),
    }
}

/// Whether the subject sees the business in the list.
pub fn may_enter(subject: &Subject, business: Key, today: Date) -> bool {
    authorize(subject, business, Operation::Enter, today).is_ok()
}

/// The areas that the subject sees; all of them where nothing is said.
pub fn visible_areas(subject: &Subject, business: Key, today: Date) -> Option<Vec<String>> {
    let Subject::User(user) = subject else {
        return None;
    };
    let Role::Member(businesses) = &user.role else {
        return None;
    };
    let access = businesses.get(&business);
    match access.filter(|access| is_running(access, today)) {
        None => Some(Vec::new()),
        Some(Access {
            level: Level::Custom(areas),
            ..
        }) => Some(
            areas
                .iter()
                .filter(|(_, rights)| rights.view)
                .map(|(area, _)| area.clone())
                .collect(),
        ),
        Some(_) => None,
    }
}

/// Whether the last day has not passed.
fn is_running(access: &Access, today: Date) -> bool {
    access.until.is_none_or(|last| today <= last)
}

fn allows(level: &Level, operation: &Operation) -> bool {
    match (level, operation) {
        (Level::Full, _) | (_, Operation::Enter) => true,
        (Level::Auditor, Operation::View(_)) => true,
        (Level::Auditor, _) | (Level::Custom(_), Operation::Govern) => false,
        (Level::Custom(areas), Operation::View(area)) => rights(areas, area).view,
        // What cannot be seen cannot be changed, whatever else is ticked.
        (Level::Custom(areas), Operation::Create(area)) => {
            let rights = rights(areas, area);
            rights.view && rights.create
        }
        (Level::Custom(areas), Operation::Edit(area)) => {
            let rights = rights(areas, area);
            rights.view && rights.edit
        }
        (Level::Custom(areas), Operation::Delete(area)) => {
            let rights = rights(areas, area);
            rights.view && rights.delete
        }
    }
}

fn rights(areas: &crate::Areas, area: &str) -> Rights {
    areas.get(area).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use jiff::civil::date;
    use std::collections::BTreeMap;

    const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");
    const OTHER: Key = Key::constant("b0000000-0000-4000-8000-000000000002");
    const TODAY: Date = date(2026, 11, 22);

    fn user(role: Role) -> Subject {
        Subject::User(Box::new(User {
            key: Key::NIL,
            name: "karim".to_owned(),
            full_name: "Karim".to_owned(),
            email: String::new(),
            role,
            is_disabled: false,
            created_at: Timestamp::UNIX_EPOCH,
        }))
    }

    fn member(level: Level, until: Option<Date>) -> Subject {
        user(Role::Member(BTreeMap::from([(
            BUSINESS,
            Access { level, until },
        )])))
    }

    fn clerk() -> Level {
        let entry = Rights {
            view: true,
            create: true,
            ..Rights::default()
        };
        let blind = Rights {
            create: true,
            edit: true,
            delete: true,
            ..Rights::default()
        };
        Level::Custom(BTreeMap::from([
            ("sales-invoices".to_owned(), entry),
            ("payments".to_owned(), blind),
        ]))
    }

    /// Every operation on an area with rights, one without sight, and one that was not ticked.
    fn operations() -> Vec<Operation> {
        let mut operations = vec![Operation::Enter, Operation::Govern];
        for area in ["sales-invoices", "payments", "history"] {
            let area = area.to_owned();
            operations.extend([
                Operation::View(area.clone()),
                Operation::Create(area.clone()),
                Operation::Edit(area.clone()),
                Operation::Delete(area),
            ]);
        }
        operations
    }

    fn allowed(subject: &Subject, business: Key) -> Vec<Operation> {
        operations()
            .into_iter()
            .filter(|it| authorize(subject, business, it.clone(), TODAY).is_ok())
            .collect()
    }

    #[test]
    fn owners_administrators_and_full_members_may_do_everything() {
        for subject in [
            Subject::Owner,
            user(Role::Administrator),
            member(Level::Full, None),
        ] {
            assert_eq!(allowed(&subject, BUSINESS), operations());
        }
    }

    #[test]
    fn an_auditor_sees_everything_and_changes_nothing_until_the_last_day() {
        let views: Vec<_> = operations()
            .into_iter()
            .filter(|it| matches!(it, Operation::Enter | Operation::View(_)))
            .collect();
        for until in [None, Some(TODAY)] {
            assert_eq!(allowed(&member(Level::Auditor, until), BUSINESS), views);
        }
        let over = member(Level::Auditor, TODAY.yesterday().ok());
        assert!(allowed(&over, BUSINESS).is_empty());
        assert_eq!(
            authorize(&over, BUSINESS, Operation::Enter, TODAY),
            Err(Denied::NotThere)
        );
    }

    #[test]
    fn custom_access_is_what_was_ticked_and_nothing_is_changed_unseen() {
        let subject = member(clerk(), None);
        let area = "sales-invoices".to_owned();
        let wanted = [
            Operation::Enter,
            Operation::View(area.clone()),
            Operation::Create(area),
        ];
        assert_eq!(allowed(&subject, BUSINESS), wanted);
        assert_eq!(
            visible_areas(&subject, BUSINESS, TODAY),
            Some(vec!["sales-invoices".to_owned()])
        );
    }

    #[test]
    fn another_business_is_not_there() {
        for level in [Level::Full, Level::Auditor, clerk()] {
            let subject = member(level, None);
            for operation in operations() {
                assert_eq!(
                    authorize(&subject, OTHER, operation, TODAY),
                    Err(Denied::NotThere)
                );
            }
            assert_eq!(visible_areas(&subject, OTHER, TODAY), Some(Vec::new()));
        }
    }

    #[test]
    fn a_disabled_user_may_do_nothing_whatever_the_role() {
        let Subject::User(mut disabled) = user(Role::Administrator) else {
            return;
        };
        disabled.is_disabled = true;
        assert!(allowed(&Subject::User(disabled), BUSINESS).is_empty());
    }
}
