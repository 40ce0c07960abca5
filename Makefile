# Daily Fresh: build, test, demo. `make help` lists what there is. Non-recursive; everything made goes to build/.

CC      ?= gcc
ifeq ($(origin CC),default)
CC      := gcc
endif
B       := build
V       ?=
Q       := $(if $(V),,@)
say      = @$(if $(V),:,printf '  %-7s %s\n' "$(1)" "$(2)")
PREFIX  ?= /usr/local
DESTDIR ?=

# SAN=address,undefined or SAN=thread builds with sanitizers, in a build folder of its own.
SAN     ?=
ifneq ($(SAN),)
comma   := ,
B       := build/san-$(firstword $(subst $(comma), ,$(SAN)))
SANFLAGS = -fsanitize=$(SAN) -fno-omit-frame-pointer -fno-sanitize-recover=all
endif
GEN     := build/gen

WARN    := -Wall -Wextra -Wshadow -Wvla -Wformat=2 -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
           -Wcast-qual -Wwrite-strings -Wconversion -Wno-sign-conversion \
           -Wno-missing-field-initializers -Werror
HARDEN  := -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -fno-strict-overflow \
           -fno-delete-null-pointer-checks -fno-common -fPIE
ifneq ($(findstring clang,$(CC)),clang)
HARDEN  += -ftrivial-auto-var-init=zero
endif
OPT     ?= -O2
FORTIFY := $(if $(SAN),,-D_FORTIFY_SOURCE=3)
CFLAGS  := -std=gnu11 $(OPT) -g $(WARN) $(HARDEN) $(FORTIFY) $(SANFLAGS) -pthread
CPPFLAGS := -D_GNU_SOURCE -I. -I$(GEN) -I/usr/include/mariadb -include common/banned.h -DVERSION='"$(shell cat VERSION)"'
LDFLAGS := -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code $(SANFLAGS) -pthread

# libcurl is loaded at its first use (common/net/curl.h), so that programs start without it.
COMMON_LIBS := -ljansson -lutf8proc
SHOPD_LIBS  := -lmicrohttpd -lmariadb -lhiredis -lsodium -lssl -lcrypto -lcmark -lqrencode -linih $(COMMON_LIBS)
CLI_LIBS    := -lqrencode $(COMMON_LIBS)
SIM_LIBS    := -lmicrohttpd -ljansson -lcrypto -lcurl

# ---------------------------------------------------------------- sources
COMMON_SRC := $(sort $(wildcard common/*.c common/*/*.c))
SERVER_SRC := $(sort $(wildcard server/*.c server/*/*.c server/*/*/*.c))
CLI_SRC    := $(sort $(wildcard cli/*.c))
GEN_SRC    := $(GEN)/stmts.c $(GEN)/migrations.c
UNIT_SRC   := $(sort $(wildcard tests/unit/test_*.c))
# A simulator is tests/sim/NAME.c, which has its main(), and what lies in tests/sim/NAME/.
SIM_SRC    := $(sort $(wildcard tests/sim/*.c))
HEADERS    := $(sort $(wildcard common/*.h common/*/*.h server/*.h server/*/*.h server/*/*/*.h cli/*.h))

ALL_C      := $(COMMON_SRC) $(SERVER_SRC) $(CLI_SRC) $(HEADERS) $(sort $(wildcard tests/*/*.[ch]))

obj         = $(patsubst %.c,$(B)/obj/%.o,$(patsubst build/gen/%,gen/%,$(1)))
COMMON_OBJ := $(call obj,$(COMMON_SRC)) $(B)/obj/common/i18n_data.o
SERVER_OBJ := $(call obj,$(SERVER_SRC) $(GEN_SRC))
CLI_OBJ    := $(call obj,$(CLI_SRC)) $(B)/obj/cli/openapi_data.o
# Unit tests link everything of the daemon but its main().
UNIT_DEPS  := $(filter-out $(B)/obj/server/main.o,$(SERVER_OBJ)) $(COMMON_OBJ)

PROGRAMS   := $(if $(wildcard server/main.c),$(B)/shopd) $(if $(wildcard cli/main.c),$(B)/shopctl)
SIMS       := $(patsubst tests/sim/%.c,$(B)/sim/%,$(SIM_SRC))
FUZZERS    := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
UNITS      := $(patsubst tests/unit/%.c,$(B)/unit/%,$(UNIT_SRC))

.PHONY: all sims help packages demo test units unit fuzzers api cli check check-sql check-rules check-headers format format-check \
        lint fuzz bench install clean po
.DELETE_ON_ERROR:
.SECONDARY:

all: $(PROGRAMS) ## build shopd and shopctl
	@:
sims: $(SIMS)
	@:

help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' Makefile

$(B)/shopd: $(SERVER_OBJ) $(COMMON_OBJ)
	$(call say,LINK,$@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(SHOPD_LIBS)

$(B)/shopctl: $(CLI_OBJ) $(COMMON_OBJ)
	$(call say,LINK,$@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(CLI_LIBS)

.SECONDEXPANSION:
$(B)/sim/%: $(B)/obj/tests/sim/%.o $$(call obj,$$(sort $$(wildcard tests/sim/$$*/*.c)))
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(SIM_LIBS)

$(B)/unit/%: $(B)/obj/tests/unit/%.o $(UNIT_DEPS)
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ -lcmocka $(SHOPD_LIBS)

$(B)/fuzz/%: $(B)/obj/tests/fuzz/%.o $(UNIT_DEPS)
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(SHOPD_LIBS)

$(B)/obj/gen/%.o: $(GEN)/%.c
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/obj/%.o: %.c | $(GEN)/stmts.h
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/obj/common/i18n_data.o: common/i18n_data.S $(GEN)/zh_CN.mo $(GEN)/en.mo
	$(call say,AS,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) -c -o $@ $<

$(B)/obj/cli/openapi_data.o: cli/openapi_data.S $(GEN)/openapi.json
	$(call say,AS,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) -c -o $@ $<

-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)

# ---------------------------------------------------------------- generated
$(GEN)/stmts.c $(GEN)/stmts.h &: sql/stmts.awk $(sort $(wildcard sql/q/*.sql))
	$(call say,GEN,$(GEN)/stmts.[ch])
	@mkdir -p $(GEN)
	$(Q)awk -v out=$(GEN)/stmts -f sql/stmts.awk $(filter %.sql,$^)

$(GEN)/migrations.c: sql/migrations.awk $(sort $(wildcard sql/migrations/*.sql))
	$(call say,GEN,$@)
	@mkdir -p $(GEN)
	$(Q)awk -f sql/migrations.awk $(filter %.sql,$^) > $@

# What the daemon says of its API, for `shopctl explain`; the caller's settings of shopd are nothing to it.
$(GEN)/openapi.json: $(B)/shopd
	$(call say,GEN,$@)
	$(Q)env -i $< openapi > $@

$(GEN)/%.mo: common/po/%.po
	$(call say,MSGFMT,$@)
	@mkdir -p $(GEN)
	$(Q)msgfmt --check-format --check-domain -o $@ $<

# ---------------------------------------------------------------- run and test
# A further make of the same Makefile, on all processors unless the caller said -j; two at once wait for each other.
MORE     = flock -F Makefile $(MAKE) --no-print-directory $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc))

packages: ## install the Debian packages that are missing
	@deploy/install-packages

# The last line is one plain command, so that make runs it without a shell between and passes SIGTERM on to it.
demo: ## a whole shop at http://127.0.0.1:8080/ (SHOP_DIR, SHOP_PORT, SHOP_PAY_PORT move it)
	@deploy/install-packages build run
	@+$(MORE) all sims
	@deploy/demo/run

# Tests of memory and behaviour: unit tests and simulator with sanitizers, the rest on the real programs.
test: ## build and run every test; the last line is "N passed, N failed"
	@deploy/install-packages build run test
	@+$(MORE) all sims
	@+$(MORE) SAN=address,undefined units
	@tests/run

units: $(UNITS)
	@:

unit: ## the unit tests, with sanitizers
	@+$(MORE) SAN=address,undefined units
	@tests/run unit

api cli: all sims ## the tests through the API, through shopctl
	@tests/run $@

check-sql: all sims ## every named statement against a real database
	@/usr/bin/python3 -B -m pytest -q tests/api/test_daemon.py -k statement

# ---------------------------------------------------------------- rules
check: check-rules check-headers format-check ## all that can be said without running anything

check-rules: ## who may include whom, lengths, man pages
	@tests/rules.sh

check-headers: $(GEN)/stmts.h ## each header compiles alone
	@for h in $(HEADERS); do $(CC) $(CPPFLAGS) $(CFLAGS) -fsyntax-only -x c $$h || exit 1; done

format: ## the source into its form
	@deploy/install-packages check
	@clang-format -i $(ALL_C)

format-check:
	@clang-format --dry-run --Werror $(ALL_C)

LINT_FLAGS = -std=gnu11 $(CPPFLAGS)

lint: $(GEN)/stmts.h ## static analysis of the sources and the scripts
	@deploy/install-packages check
	@printf '%s\n' $(COMMON_SRC) $(SERVER_SRC) $(CLI_SRC) $(SIM_SRC) | \
	    xargs -P $$(nproc) -I FILE clang-tidy --quiet FILE -- $(LINT_FLAGS)
	@shellcheck $$(grep -rlE '^#!/bin/(ba)?sh' .ci deploy tests)

FUZZ_SECONDS ?= 30

fuzz: ## feed each parser random input for FUZZ_SECONDS (30)
	@deploy/install-packages check
	@+$(MORE) CC=clang SAN=fuzzer-no-link,address,undefined fuzzers
	@tests/fuzz/run $(FUZZ_SECONDS)

fuzzers: $(FUZZERS)
	@:

install: all ## programs, man pages, completion into DESTDIR and PREFIX (/usr/local)
	install -d $(addprefix $(DESTDIR)$(PREFIX)/,bin sbin share/bash-completion/completions share/zsh/site-functions \
	    share/fish/vendor_completions.d)
	install -m 755 $(B)/shopctl $(DESTDIR)$(PREFIX)/bin/
	install -m 755 $(B)/shopd $(DESTDIR)$(PREFIX)/sbin/
	$(B)/shopctl completion bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/shopctl
	$(B)/shopctl completion zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_shopctl
	$(B)/shopctl completion fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/shopctl.fish
	set -e; for page in man/*.[1-8]; do dir=$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}; \
	    install -d $$dir; install -m 644 $$page $$dir/; done
	set -e; for page in man/zh_CN/*.[1-8]; do dir=$(DESTDIR)$(PREFIX)/share/man/zh_CN/man$${page##*.}; \
	    install -d $$dir; install -m 644 $$page $$dir/; done

po: ## bring the texts of the sources into the catalogues of common/po
	$(Q)xgettext -o build/texts.pot --from-code=UTF-8 -k -kN_ -ktr:2 -kfail:3 -kfail_field:4 -kX:5 --no-location \
	    --flag=fail:3:c-format --flag=fail_field:4:c-format $(COMMON_SRC) $(SERVER_SRC) $(CLI_SRC) common/err.h
	$(Q)for l in zh_CN en; do msgmerge -q --no-fuzzy-matching --no-wrap -U --backup=none common/po/$$l.po build/texts.pot; done

clean: ## remove build/
	rm -rf build
