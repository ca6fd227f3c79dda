//! What systemd is told, where it runs the server.

use std::sync::Arc;

use sd_notify::NotifyState;

use crate::http::Services;

/// Says that the server is ready, and then again and again that it lives: that its threads answer
/// and that the writing thread takes work.
pub(super) async fn ready_and_alive(services: Arc<Services>) {
    say(&[NotifyState::Ready]);
    let Some(patience) = sd_notify::watchdog_enabled() else { return };
    loop {
        // A store that is down is no reason to start anew; a thread that is stuck is one.
        if services.writer.run(|_| ()).await.is_ok() || services.health.store_fails() {
            say(&[NotifyState::Watchdog]);
        }
        tokio::time::sleep(patience / 3).await;
    }
}

/// Says that the server is about to stop.
pub(super) fn stopping() {
    say(&[NotifyState::Stopping]);
}

fn say(states: &[NotifyState<'_>]) {
    // Without systemd there is nobody to tell.
    let _ = sd_notify::notify(states);
}
