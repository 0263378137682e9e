# Two commands for a newcomer: `make demo` and `make test`. CONTRIBUTING.md explains the rest.

ARGS ?=
# One release build serves the tests and the demo; see Decisions/0014.
BUILD = swift build -c release -Xswiftc -enable-testing
TEST = swift test -c release -Xswiftc -enable-testing
export SWIFT_BACKTRACE = enable=no

.PHONY: demo test build packages lint arrows docs bench bench-server deb check-deb pages

demo: packages
	$(BUILD) --product ijkpunt
	$(BUILD) --product ijkpunt-server
	.build/release/ijkpunt demo $(ARGS)

test:
	Tools/system-packages.sh --tests
	$(BUILD) --build-tests
	$(TEST) --skip-build
	Tools/compare-with-oracle.sh
	Tools/check-open-data.sh
	Tools/check-sarif.sh
	Tools/check-attacker.sh

build: packages
	$(BUILD)

packages:
	Tools/system-packages.sh

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

arrows:
	python3 Tools/check-arrows.py

docs:
	Tools/build-docs.sh

# The pages of the demo in a real browser; screenshots stay in .build/pages.
pages:
	Tools/system-packages.sh --pages
	Tools/check-pages.sh

bench: packages
	Tools/system-packages.sh --tests
	swift build -c release --product ijkpunt
	python3 Benchmarks/bench.py $(ARGS)

# The published database of the demo, served and asked by wrk.
bench-server: packages
	Tools/system-packages.sh --bench
	$(BUILD) --product ijkpunt-server
	Benchmarks/server/bench.sh demo-out/gepubliceerd.sqlite $(ARGS)

deb: packages
	Tools/system-packages.sh --package
	Tools/build-deb.sh

# The package, built twice, installed into an empty root, run there and removed again.
check-deb: packages
	Tools/system-packages.sh --package
	Tools/check-deb.sh
