//! What is over in a directory is let go of.

use crate::cabinet::{Drawer, Drawers, Row};
use crate::{UsersError, encoding};
use jiff::{SignedDuration, Timestamp};

/// How long lines of the security log are kept.
const LOG_LIFE: SignedDuration = SignedDuration::from_hours(24 * 366);
/// How long wrong tries are kept.
const FAILURES_LIFE: SignedDuration = SignedDuration::from_hours(48);
/// How long a device is known from which nobody signs in; its cookie lives no longer.
const DEVICE_LIFE: SignedDuration = SignedDuration::from_hours(24 * 366);

/// Lets go of what is over by now.
pub(super) fn sweep(drawers: &mut dyn Drawers, now: Timestamp) -> Result<(), UsersError> {
    let is_over = |drawer: Drawer, row: &Row| -> Result<bool, UsersError> {
        Ok(match drawer {
            Drawer::Sessions => encoding::session(&row.body)?.is_over(now),
            Drawer::Links => now >= encoding::link(&row.body)?.expires_at,
            Drawer::Tokens => !encoding::token(&row.body)?.is_valid(now),
            Drawer::Failures => {
                let last = encoding::failures(&row.body)?.last;
                now.duration_since(last) >= FAILURES_LIFE
            }
            _ => false,
        })
    };
    for drawer in [
        Drawer::Sessions,
        Drawer::Links,
        Drawer::Tokens,
        Drawer::Failures,
    ] {
        for row in drawers.below(drawer, None, usize::MAX)? {
            if is_over(drawer, &row)? {
                drawers.remove(drawer, &row.key)?;
            }
        }
    }
    sweep_devices(drawers, now)?;
    let oldest = encoding::moment_key(now - LOG_LIFE);
    for row in drawers.below(Drawer::Events, Some(&oldest), usize::MAX)? {
        drawers.remove(Drawer::Events, &row.key)?;
    }
    Ok(())
}

fn sweep_devices(drawers: &mut dyn Drawers, now: Timestamp) -> Result<(), UsersError> {
    for row in drawers.below(Drawer::Devices, None, usize::MAX)? {
        match encoding::device(&row.body)? {
            Some(seen) if now.duration_since(seen) >= DEVICE_LIFE => {
                drawers.remove(Drawer::Devices, &row.key)?;
            }
            Some(_) => {}
            // It was kept before moments were: its year begins now.
            None => drawers.put(
                Drawer::Devices,
                &Row {
                    body: encoding::of_device(now),
                    ..row
                },
            )?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cabinet::{Cabinet, MemoryCabinet};

    #[test]
    fn a_device_of_before_moments_were_kept_has_a_year_from_now_on() {
        let cabinet = MemoryCabinet::default();
        let at = |days: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * days);
        let left = |days| {
            let mut count = 0;
            cabinet
                .change(&mut |drawers| {
                    sweep(drawers, at(days))?;
                    count = drawers.below(Drawer::Devices, None, usize::MAX)?.len();
                    Ok(())
                })
                .unwrap();
            count
        };
        let before = Row {
            key: vec![7; 48],
            owner: None,
            body: Vec::new(),
        };
        cabinet
            .change(&mut |drawers| drawers.put(Drawer::Devices, &before))
            .unwrap();
        assert_eq!((left(500), left(865), left(866)), (1, 1, 0));
    }
}
