//! Waiting for the end: a person presses Ctrl+C, a test closes our standard input.

use std::error::Error;
use std::io::{BufRead, Write};
use testkit::postgres_server::PostgresServer;
use tokio::signal::unix::{SignalKind, signal};

/// Returns when it is to end. Words that tests write are followed meanwhile.
pub fn until_told(is_for_tests: bool, postgres: &PostgresServer) -> Result<(), Box<dyn Error>> {
    if is_for_tests {
        return follow(postgres);
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let mut term = signal(SignalKind::terminate())?;
        let mut hang_up = signal(SignalKind::hangup())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed?,
            _ = term.recv() => {}
            _ = hang_up.recv() => {}
        }
        Ok(())
    })
}

/// Follows a word to the line, and answers each with `done`.
fn follow(postgres: &PostgresServer) -> Result<(), Box<dyn Error>> {
    for line in std::io::stdin().lock().lines() {
        match line?.trim() {
            "stop" => postgres.stop()?,
            "start" => postgres.start_again()?,
            other => return Err(format!("“{other}” means nothing here.").into()),
        }
        let mut screen = std::io::stdout().lock();
        writeln!(screen, "done")?;
        screen.flush()?;
    }
    Ok(())
}
