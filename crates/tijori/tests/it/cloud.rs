//! The Cloud edition as processes: nodes on a real PostgreSQL and a real S3 server, asked by
//! browsers that keep their cookies (docs/SPEC-cloud.md).

mod account;
mod alike;
mod attacks;
mod away;
pub mod browser;
mod closed;
mod downloads;
mod downloads_go_on;
mod errands;
mod everything;
mod factor;
mod ground;
mod letters;
mod many_downloads;
mod nodes;
mod outbox;
#[expect(dead_code, reason = "the tests of the places use more of it")]
#[path = "../../../blobs/tests/it/server.rs"]
mod s3_server;
mod serving;
mod silence;
mod slow;
mod states;
mod strangers;
mod subscribers;
mod uploads;
mod watched;
