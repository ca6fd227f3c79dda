//! The statistics endpoint as a container image, in an archive that container programs load.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::VERSION;
use crate::dist::origin;
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, BUILDAH};

/// The program, here and in the image.
const PROGRAM: &str = "zjtx-aggregator";

/// The folder of the data, within the one whose content belongs to the user of the image.
const DATA: &str = "owned/data";

/// What the image is made by.
const CONTAINERFILE: &str = "crates/aggregator/packaging/Containerfile";

/// Systems for which there is an image: how their program's name ends, and what images call the processor.
const SYSTEMS: [(&str, &str); 2] = [("linux-x86_64", "amd64"), ("linux-aarch64", "arm64")];

/// Makes an archive beside each static program of the release folder.
pub(super) fn make(repository: &Repository, folder: &Path) -> Result<()> {
    setup::ensure(repository, &vec![Box::new(BUILDAH)])?;
    let mut made = 0;
    for (system, processor) in SYSTEMS {
        let program = folder.join(format!("{PROGRAM}-{system}"));
        if program.exists() {
            let archive = folder.join(format!("{PROGRAM}-{VERSION}-{system}.oci.tar"));
            archive_of(repository, &program, processor, &archive)?;
            made += 1;
        }
    }
    ensure!(made > 0, "an image is made of the release's program: add `--only programs`");
    Ok(())
}

fn archive_of(repository: &Repository, program: &Path, processor: &str, archive: &Path) -> Result<()> {
    let place = tempfile::tempdir()?;
    let [context, image] = ["context", "image"].map(|name| place.path().join(name));
    fill(&context, program)?;
    // The commit's own time, so that the same commit gives the same bytes.
    let time = origin::time(repository).context("the commit has no time")?;
    let name = format!("{PROGRAM}:{VERSION}");
    let mut build = buildah(place.path());
    build.args(["build", "--isolation", "chroot", "--format", "oci", "--timestamp", &time]);
    build.args(["--os", "linux", "--arch", processor, "--tag", &name, "--file"]);
    process::run(build.arg(repository.root().join(CONTAINERFILE)).arg(&context))?;
    let to = format!("oci:{}:{name}", image.display());
    process::run(buildah(place.path()).args(["push", "--quiet", &name, &to]))?;
    pack(&image, &time, archive)
}

/// Buildah with images of its own, which go with the folder.
fn buildah(place: &Path) -> Command {
    let mut command = Command::new("buildah");
    command.args(["--storage-driver", "vfs", "--root"]).arg(place.join("images"));
    command.arg("--runroot").arg(place.join("run"));
    command
}

/// Lays into a folder what the image holds: the program, and what belongs to the user who runs it.
fn fill(context: &Path, program: &Path) -> Result<()> {
    let own = context.join(PROGRAM);
    let data = context.join(DATA);
    fs::create_dir_all(&data)?;
    fs::set_permissions(&data, Permissions::from_mode(0o700))?;
    fs::copy(program, &own).with_context(|| format!("{} could not be copied", program.display()))?;
    fs::set_permissions(&own, Permissions::from_mode(0o755))?;
    Ok(())
}

/// One file of an image's folder, the same bytes for the same image.
fn pack(image: &Path, time: &str, archive: &Path) -> Result<()> {
    let mut tar = Command::new("tar");
    tar.args(["--create", "--format=ustar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]);
    tar.args(["--mode=u=rwX,go=rX", &format!("--mtime=@{time}"), "--file"]).arg(archive);
    process::run(tar.arg("--directory").arg(image).args(["blobs", "index.json", "oci-layout"]))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::{DATA, PROGRAM, fill, pack};

    #[test]
    fn an_image_holds_a_program_that_may_be_run_and_a_folder_for_one_user() {
        let place = tempfile::tempdir().expect("a folder");
        let program = place.path().join("built");
        fs::write(&program, "program").expect("a file");
        let context = place.path().join("context");
        fill(&context, &program).expect("a context");
        let modes = [PROGRAM, DATA]
            .map(|name| fs::metadata(context.join(name)).expect("it is there").permissions().mode() & 0o777);
        assert_eq!(modes, [0o755, 0o700]);
    }

    #[test]
    fn an_image_written_twice_is_the_same_archive() {
        let place = tempfile::tempdir().expect("a folder");
        let archives = ["one", "two"].map(|name| {
            let image = place.path().join(name);
            fs::create_dir_all(image.join("blobs")).expect("a folder");
            for (file, mode) in
                [("oci-layout", 0o644), ("index.json", if name == "one" { 0o600 } else { 0o644 })]
            {
                fs::write(image.join(file), "{}").expect("a file");
                fs::set_permissions(image.join(file), fs::Permissions::from_mode(mode)).expect("a mode");
            }
            let archive = image.with_extension("tar");
            pack(&image, "1000", &archive).expect("an archive");
            fs::read(archive).expect("its bytes")
        });
        assert_eq!(archives[0], archives[1]);
    }
}
