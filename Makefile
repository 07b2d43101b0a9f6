# Two commands on a fresh machine: `make run` and `make test`. Each sets up what it needs (packaging/setup.sh).

SHOW ?= content
OUT ?= out/contact-sheet.png
ARGS ?=

PY := .venv/bin/python
# Made anew only on purpose, so the tool that makes it stands here and in no environment.
UV := uv==0.13.9
# Not empty where Qt can show a window: Windows and macOS name no display, VNC needs none, and two platforms of Qt paint without one.
DISPLAYS := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter-out offscreen% minimal%,$(QT_QPA_PLATFORM))$(filter --vnc%,$(ARGS))
DISPLAYS += $(filter Windows_NT,$(OS)) $(filter Darwin,$(shell uname -s))

.PHONY: help run test setup ready lint check export gallery executable archive deb benchmark compare report lock clean
.NOTPARALLEL:

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16
	@echo 'ARGS="..." is handed on: make run ARGS="--windowed --lang en", make test ARGS="-k growth"'

ifneq ($(strip $(DISPLAYS)),)
run: ready ## play the show full screen; without a display, write its contact sheet
	$(PY) -m kiosk run $(SHOW) $(ARGS)
else
# ARGS are wishes about playing, which an export does not know.
run: ready
	@echo "kiosk: no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the contact sheet is written instead"
	@mkdir -p out
	$(PY) -m kiosk export $(SHOW) out/contact-sheet.png
	@echo "kiosk: see out/contact-sheet.png"
endif

test: setup lint check ## all checks and tests, quick ones first; needs no display
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest --numprocesses auto --dist worksteal $(ARGS)

setup: ## make this checkout ready to play and to test
	@packaging/setup.sh test

ready:
	@packaging/setup.sh run

lint: setup ## style and types of the code
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

check: ready ## every problem of the show's files
	$(PY) -m kiosk check $(SHOW)

export: ready ## write the show to OUT: a folder, .png, .pdf, .mp4 or .gif
	@mkdir -p $(dir $(OUT))
	$(PY) -m kiosk export $(SHOW) $(OUT) $(ARGS)

gallery: setup ## paint every chart and element anew for docs/gallery.md
	REMAKE_DOCS=1 QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/test_gallery_document.py

executable: ## build dist/kiosk, a folder that runs on a machine without Python
	@packaging/setup.sh build
	$(PY) -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build packaging/kiosk.spec
	cp -R content docs LICENSE dist/kiosk/
	@echo "kiosk: see dist/kiosk: copy the whole folder; the show in dist/kiosk/content can be edited"

archive: executable ## pack that folder as dist/kiosk-VERSION-linux-MACHINE.tar.xz
	@packaging/archive.sh

deb: executable ## pack it as dist/kiosk_VERSION_ARCHITECTURE.deb, a Debian package
	@$(PY) packaging/deb.py

# Measured one by one, sorted by what they measure: median and spread, and the worst.
BENCHMARK := --benchmark-enable --benchmark-max-time=0.3 --benchmark-group-by=func --benchmark-sort=name \
    --benchmark-columns=median,iqr,max,rounds
benchmark: setup ## time the hot paths; ARGS=--benchmark-autosave keeps the figures, later ARGS=--benchmark-compare compares
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest benchmarks/micro $(BENCHMARK) $(ARGS)

compare: setup ## play the same slides here and in a browser, and measure both, in 25 minutes; see docs/performance.md
	@$(PY) -m benchmarks.beside.run $(ARGS)

report: setup ## write what was compared into docs/performance.md
	@$(PY) -m benchmarks.beside.report

lock: ## pin all packages anew after a change in pyproject.toml; ARGS=--upgrade takes newer ones
	@packaging/setup.sh venv
	@$(PY) -m pip install --quiet --disable-pip-version-check $(UV)
	$(PY) -m uv pip compile pyproject.toml --quiet --extra dev --universal --python-version 3.11 \
	    --fork-strategy fewest --generate-hashes --no-annotate --custom-compile-command "make lock" \
	    --output-file requirements.lock $(ARGS)

clean: ## remove the environment and all that was made
	rm -rf .venv build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
