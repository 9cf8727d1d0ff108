//! Kept backups with a passphrase: made by hand, opened by the vault, and asked for where it does
//! not have it (docs/SPEC-keeping.md, 2.5).

use crate::keeping::Kept;

const WORDS: &str = "tulip granite seventeen kettle orbit plum";

/// The form of a backup now, with these passphrases.
fn form<'a>(place: &'a str, words: &'a str, again: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("place", place),
        ("attachments", "on"),
        ("emails", "on"),
        ("history", "on"),
        ("passphrase", words),
        ("passphrase_again", again),
    ]
}

#[tokio::test]
async fn a_backup_now_can_be_protected_and_its_passphrase_is_asked_for_once_it_is_gone() {
    let kept = Kept::new("Shop").await;
    let place = kept.place.key.to_string();
    let page = kept.page("/keeping/new").await;
    assert!(page.contains("name=\"passphrase_again\""), "{page}");
    let path = format!("{}/keeping", kept.business);
    let refused = kept.world.post(&path, &form(&place, WORDS, "other")).await;
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());
    let told = kept.work("/keeping", &form(&place, WORDS, WORDS)).await;
    assert!(told.contains("was read back from every place"), "{told}");
    let entry = kept.entries().remove(0);
    assert!(entry.is_encrypted);
    let part = |act: &str| format!("/keeping/entries/{}/{act}", entry.key);
    let verified = kept.work(&part("verification"), &[]).await;
    assert!(verified.contains("It is whole."), "{verified}");
    let preview = kept.work(&part("import"), &[]).await;
    assert!(
        preview.starts_with("/imports/"),
        "the vault opens it: {preview}"
    );

    // The vault of another computer has no passphrase.
    kept.world.forget_secrets();
    let locked = kept.work(&part("import"), &[]).await;
    assert!(locked.starts_with("/locked/"), "{locked}");
    for act in ["verification", "rehearsal"] {
        let asked = kept.work(&part(act), &[]).await;
        assert!(
            asked.contains("Type the one with which it was made"),
            "{asked}"
        );
        let again = asked
            .split("action=\"")
            .find(|it| it.contains("/passphrase\""));
        let again = again.and_then(|it| it.split('"').next()).expect("the form");
        let again = again.trim_start_matches(&kept.business);
        let wrong = kept.work(again, &[("passphrase", "tulip")]).await;
        assert!(
            wrong.contains("Type the one with which it was made"),
            "{wrong}"
        );
        assert!(!wrong.contains("tulip"), "{wrong}");
        let good = kept.work(again, &[("passphrase", WORDS)]).await;
        assert!(!good.contains("Type the one"), "{act}: {good}");
        // It was not kept, so it is asked for again.
        let asked = kept.work(&part(act), &[]).await;
        assert!(
            asked.contains("Type the one with which it was made"),
            "{asked}"
        );
    }
    let asked = kept.work(&part("verification"), &[]).await;
    let again = asked
        .split("action=\"")
        .find(|it| it.contains("/passphrase\""));
    let again = again.and_then(|it| it.split('"').next()).expect("the form");
    let again = again.trim_start_matches(&kept.business);
    kept.work(again, &[("passphrase", WORDS), ("is_kept", "on")])
        .await;
    let verified = kept.work(&part("verification"), &[]).await;
    assert!(!verified.contains("Type the one"), "{verified}");
}
