# Two commands for a fresh machine that has Swift and apt: `make demo` and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := build
.PHONY: build release demo test check lint spelling documentation bench evaluate ablation install clean lexicons tables libraries \
  test-tools clients bench-tools test-spark
PREFIX ?= /usr/local
DESTDIR ?=
RELEASE := .build/release
# Root needs no sudo; everybody else does.
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
# Tests measure on corpora only where this names them; everything passes without.
LINGUA_CORPORA ?= $(wildcard $(CURDIR)/../shared/corpora)
export LINGUA_CORPORA

comma := ,

# $(call need,COMMAND THAT SUCCEEDS WHEN IT IS THERE,PACKAGES)
define need
	@if ! { $(1); } >/dev/null 2>&1; then \
	  echo "installing $(2)"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(2) >/dev/null; \
	fi
endef

libraries:
	$(call need,test -e /usr/include/unicode/ubrk.h && command -v pkg-config,libicu-dev pkg-config)
	$(call need,test -e /usr/include/libstemmer.h,libstemmer-dev)
	$(call need,test -e /usr/include/libxml2/libxml/parser.h,libxml2-dev)
	$(call need,test -e /usr/include/xlsxwriter.h,libxlsxwriter-dev)
	$(call need,test -e /usr/include/minizip/unzip.h,libminizip-dev)
	$(call need,test -e /usr/include/sqlite3.h,libsqlite3-dev)

build: libraries
	swift build

release: libraries
	swift build -c release --product lingua-cli

# Compiles the concepts of lexicons/ to the index that the program has built in; afterwards build anew.
lexicons: release
	$(RELEASE)/lingua-cli lexicon compile --lexicons lexicons -o lexicons/learned/concepts.bin

demo: release
	$(RELEASE)/lingua-cli run examples -o out
	@echo
	@echo "The results are in out/: open out/report.html in a browser; README.md says what the other files are."

test-tools: libraries
	$(call need,ls /usr/share/unicode/NormalizationTest.txt* && command -v bzip2,unicode-data bzip2)
	$(call need,command -v xmllint,libxml2-utils)
	$(call need,command -v uconv,icu-devtools)
	$(call need,command -v setpriv,util-linux)
	$(call need,command -v sqlite3,sqlite3)
	$(call need,command -v pdftotext,poppler-utils)

# Optimised, because the command tests then run what users run, and property tests take seconds instead of minutes.
# A build folder of its own, because testing needs other symbols than the program that is installed.
TESTING := -c release --scratch-path .build-test -Xswiftc -enable-testing
test: test-tools
	@$(MAKE) --no-print-directory clients || echo "clients are missing: GlossaryClientTests are skipped"
	swift build --build-tests $(TESTING)
	PATH="$(CURDIR)/.build-clients/bin:$$PATH" LINGUA_PROGRAM=$(CURDIR)/.build-test/release/lingua-cli \
	  swift test --skip-build $(TESTING)

# Independent programs that read what we write. Without them, as on a machine without network, their tests are skipped.
clients:
	$(call need,python3 -c 'import venv$(comma) ensurepip',python3-venv)
	test -e .build-clients/ready || { python3 -m venv .build-clients && \
	  .build-clients/bin/pip install -q --retries 1 --timeout 15 -r Tests/Clients/requirements.txt && \
	  touch .build-clients/ready; }

# The script of integrations/spark against the program alone. Not part of `make test`: PySpark is 300 MB.
test-spark: release
	$(call need,command -v java,default-jre-headless)
	$(call need,python3 -c 'import venv$(comma) ensurepip',python3-venv)
	test -x .build-spark/bin/spark-submit || { python3 -m venv .build-spark && \
	  .build-spark/bin/pip install -q -r integrations/spark/requirements.txt; }
	.build-spark/bin/python integrations/spark/test.py --cli $(RELEASE)/lingua-cli

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# Every word of the lexicons is one that a spelling dictionary or a reviewer knows.
spelling:
	$(call need,command -v python3 && test "$$(hunspell -D 2>&1 </dev/null | grep -cE '/(kk_KZ|ru_RU|en_US|en_GB)$$')" -ge 4,python3 hunspell hunspell-kk hunspell-ru hunspell-en-us hunspell-en-gb)
	python3 Tests/Spelling/check.py

# A build folder of its own, so that every file is compiled and a warning cannot hide in an earlier build.
check: export LINGUA_CHECK = 1
check: libraries lint spelling
	swift build --build-tests --scratch-path .build-check
	swift package --scratch-path .build-check generate-documentation --target Lingua --warnings-as-errors
	swift package --scratch-path .build-check generate-documentation --target Pipeline --warnings-as-errors

documentation: export LINGUA_CHECK = 1
documentation:
	swift package --scratch-path .build-check generate-documentation --target Lingua --target Pipeline

bench-tools: libraries
	$(call need,command -v python3,python3)
	$(call need,command -v uconv,icu-devtools)
	$(call need,test -e /usr/include/cld2/public/compact_lang_det.h,libcld2-dev)

bench: bench-tools release
	python3 Benchmarks/run.py --cli $(RELEASE)/lingua-cli

# Scores the program on the corpora that LINGUA_CORPORA names; ONLY=documents,sections picks some of the figures.
evaluate: release
	@test -n "$(LINGUA_CORPORA)" || { echo "set LINGUA_CORPORA to the corpora's folder"; exit 2; }
	python3 $(LINGUA_CORPORA)/../evaluate.py --cli $(RELEASE)/lingua-cli $(if $(ONLY),--only $(ONLY))

# What each part of the aligner is worth on the alignment corpora.
ablation: release
	@test -n "$(LINGUA_CORPORA)" || { echo "set LINGUA_CORPORA to the corpora's folder"; exit 2; }
	python3 Benchmarks/ablation.py --cli $(RELEASE)/lingua-cli --evaluate $(LINGUA_CORPORA)/../evaluate.py

# Learns the tables of translations anew; docs/training.md says when and from what, and how the model of languages is learned.
tables: release
	@test -n "$(LINGUA_CORPORA)" || { echo "set LINGUA_CORPORA to the corpora's folder"; exit 2; }
	$(RELEASE)/lingua-cli lexicon train translations $(LINGUA_CORPORA)/parallel -o lexicons/learned/translations.bin

# The installed program carries Swift's own libraries, so that it runs where no toolchain is; ICU, libstemmer, libxml2,
# libxlsxwriter, minizip and SQLite stay libraries of the system. At a fixed address: moving 60 MB about at each start would take 2 ms.
install: libraries
	swift build -c release --product lingua-cli --static-swift-stdlib --scratch-path .build-install -Xlinker --no-pie
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/lingua
	install -m 755 .build-install/release/lingua-cli $(DESTDIR)$(PREFIX)/bin/lingua-cli
	strip $(DESTDIR)$(PREFIX)/bin/lingua-cli

clean:
	rm -rf .build .build-* out
