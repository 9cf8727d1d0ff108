//! Downloads at a real portal: what there is to download, and what History tells of it
//! (docs/SPEC-portal.md, 4).

use super::account::wait_for;
use super::browser::Browser;
use super::errands::{leads_to, page_within};
use super::ground::{Ground, Node};
use super::serving::create;
use super::states::enter_portal;
use std::time::Duration;

/// How long a node may take for a backup of one megabyte, and for each megabyte more.
const PATIENCE: [Duration; 2] = [Duration::from_secs(60), Duration::from_secs(2)];

/// Bytes that nothing makes smaller.
pub fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut bytes = Vec::with_capacity(count + 8);
    while bytes.len() < count {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    bytes.truncate(count);
    bytes
}

pub fn attach(browser: &mut Browser, business: &str, bytes: &[u8]) {
    let record = web::attachments::attach::BUSINESS;
    let head = "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"film.bin\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n";
    let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
    let kind = [("Content-Type", "multipart/form-data; boundary=edge")];
    let path = format!("{business}/record/{record}/attachments");
    let answer = browser.send_bytes("POST", &path, &kind, &body);
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// A business with one large file in it, whose subscription is over, and where its backup is
/// downloaded.
pub fn large_backup(
    ground: &Ground,
    node: &Node,
    portal: &Node,
    size_mb: usize,
) -> (Browser, String) {
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    // Sizes are those of files people attach: a little less than the limit.
    attach(&mut asha, &business, &noise(size_mb * 1_000_000));
    ground.json(&["subscriber", "set-state", "Lamp Shop", "expired"]);
    let mut door = enter_portal(portal, "asha@lamp.example");
    let wanted = [("attachments", "on"), ("history", "on")];
    door.post(&format!("{business}/backups"), &wanted);
    let patience = PATIENCE[0] + PATIENCE[1] * u32::try_from(size_mb).expect("a small number");
    let ready = page_within(&mut door, &business, "Your backup of", patience);
    (door, leads_to(&ready.body, "Download this backup"))
}

#[test]
fn spec_4_4_history_tells_of_a_download_once_and_no_backup_is_made_for_it() {
    let Some(ground) = Ground::new() else { return };
    let (node, portal) = (ground.node(&[]), ground.portal());
    let (mut door, file) = large_backup(&ground, &node, &portal, 1);
    assert_eq!(door.get(&file).status, 200);
    // It broke off and is resumed: that is the same download.
    let rest = [("Range", "bytes=1000-")];
    assert_eq!(door.send("GET", &file, &rest, "").status, 206);
    assert_eq!(ground.sql("SELECT count(*) FROM downloads"), "1");
    let told = "SELECT count(*) FROM history WHERE action = 'downloaded'";
    assert_eq!(ground.sql(told), "0", "the portal writes into no books");
    ground.sql("UPDATE jobs SET due_at = now()");
    wait_for(&ground, told, "1");
    let by = "SELECT convert_from(user_name, 'UTF8') || ' ' || convert_from(title, 'UTF8')
        FROM history WHERE action = 'downloaded'";
    let by = ground.sql(by);
    assert!(
        by.starts_with("Asha Lamps (") && by.ends_with(".manager"),
        "{by}"
    );
    // A node that told History died before it noted that it did.
    let waits = "SELECT count(*) FROM downloads WHERE NOT is_told";
    wait_for(&ground, waits, "0");
    ground.sql("UPDATE downloads SET is_told = false");
    ground.sql("UPDATE jobs SET due_at = now(), held_until = NULL");
    wait_for(&ground, waits, "0");
    assert_eq!(ground.sql(told), "1");
    // The backup that there is holds all there is to hold.
    let path = file.split("/backups/").next().expect("the business");
    let made = "SELECT count(*) FROM catalog_entries WHERE state = 'good'";
    let before = ground.sql(made);
    let wanted = [("attachments", "on"), ("history", "on")];
    door.post(&format!("{path}/backups"), &wanted);
    let done = "SELECT count(*) FROM errands WHERE state = 'done'";
    wait_for(&ground, done, "2");
    assert_eq!(ground.sql(made), before);
}
