/* SPDX-License-Identifier: MIT */
/* The message builder: what gets into headers, what is refused, how bodies are wrapped; and file:DIR. How other
 * programs read the messages is for tests/api/test_mail.py. */
#include "common/net/mail.h"

#include "common/text.h"

#include <dirent.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>
/* cmocka.h wants these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define FROM "每日鲜 Daily Fresh <shop@daily-fresh.example>"
#define LINK "http://127.0.0.1:8080/user/activate/0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJK"

static const struct mail plain = {.to = "li@example.com",
                                  .subject = "Welcome",
                                  .text = "Hello\n" LINK "\nBye\n",
                                  .id = "job-7",
                                  .at = 1795316645678,
                                  .lang = LANG_EN};

static struct arena *mem;

static int open_arena(void **state)
{
    (void)state;
    mem = arena_new(16 * 1024 * 1024);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(mem);
    return 0;
}

static const char *built(const struct mail *m)
{
    struct str out;
    const char *why = NULL;
    assert_int_equal(mail_build(mem, FROM, m, &out, &why), E_OK);
    return out.s;
}

static void holds(const char *message, const char *part)
{
    if (!strstr(message, part))
        fail_msg("no '%s' in\n%s", part, message);
}

static void test_mail_plain_message(void **state)
{
    (void)state;
    const char *s = built(&plain);
    holds(s, "Date: Sun, 22 Nov 2026 03:04:05 +0000\r\n");
    holds(s, "\r\nTo: li@example.com\r\n");
    holds(s, "\r\nSubject: Welcome\r\n");
    holds(s, "\r\nMessage-ID: <job-7@daily-fresh.example>\r\n");
    holds(s, "\r\nMIME-Version: 1.0\r\n");
    holds(s,
          "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\nHello\r\n" LINK
          "\r\nBye\r\n");
    assert_string_equal(s, built(&plain)); /* the same again */
}

/* The text of the Subject's encoded-words, each of which has to be whole characters. */
static const char *decoded_subject(const char *message)
{
    struct str all;
    str_init(&all, mem);
    const char *at = strstr(message, "Subject: "), *end = strstr(at, "Message-ID: ");
    while ((at = strstr(at, "=?UTF-8?B?")) && at < end) {
        at += strlen("=?UTF-8?B?");
        int n = (int)strcspn(at, "?");
        char *word = arena_alloc(mem, (size_t)n + 1);
        int got = EVP_DecodeBlock((unsigned char *)word, (const unsigned char *)at, n);
        got -= (at[n - 1] == '=') + (at[n - 2] == '=');
        assert_true(got > 0 && text_is_utf8(word, (size_t)got));
        str_addn(&all, word, (size_t)got);
    }
    return all.s;
}

/* Every line of the head fits 76 columns and is ASCII; encoded-words hold whole characters. */
static void test_mail_headers_are_folded_ascii(void **state)
{
    (void)state;
    struct mail m = plain;
    for (int n = 1; n < 80; n++) {
        struct str subject;
        str_init(&subject, mem);
        for (int i = 0; i < n; i++)
            str_add(&subject, i % 7 ? "鲜" : "a");
        m.subject = subject.s;
        const char *s = built(&m), *end = strstr(s, "\r\n\r\n");
        for (const char *line = s; line < end; line = strstr(line, "\r\n") + 2)
            assert_in_range(strcspn(line, "\r"), 1, 76);
        for (const char *p = s; p < end; p++)
            assert_in_range(*p, '\n', '~');
        if (strstr(s, "Subject: =?"))
            assert_string_equal(decoded_subject(s), subject.s);
        else
            holds(s, arena_printf(mem, "Subject: %s\r\n", subject.s));
    }
}

static void test_mail_refuses_what_would_end_a_header(void **state)
{
    (void)state;
    static const char *const subjects[] = {
        "", "a\r\nBcc: evil@example.com", "a\nb", "a\rb", "a\x01", "a\x7f", "\xff", "\u202e"};
    static const char *const boxes[] = {
        "",          "a",       "a@",          "@b",           "a@b\r\nRCPT TO:<c@d>",
        "a b@c.d",   "a@b c",   "<a@b>",       "a@b,c@d",      "a@b>",
        "a@b..c",    "a@-b",    "a@b@c",       "\"a b\"@c.d",  "a@例.cn",
        "a@b\x01.c", "a@b.c\n", "a(x)@b.c.de", "a@[127.0.0.1]"};
    static const char *const ids[] = {"", "a b", "a@b", "a>b", "a\r\nb", "..", "a/../b", "a/b"};
    static const char *const senders[] = {
        "", "Shop", "Shop <>", "Shop <a@b\r\nX: y>", "Sh\r\nop <a@b.c>", "Shop <a@b.c> x"};
    struct str out;
    const char *why;
    for (size_t i = 0; i < sizeof(subjects) / sizeof(*subjects); i++) {
        struct mail m = plain;
        m.subject = subjects[i];
        assert_int_equal(mail_build(mem, FROM, &m, &out, &why), E_VALIDATION);
    }
    for (size_t i = 0; i < sizeof(boxes) / sizeof(*boxes); i++) {
        struct mail m = plain;
        m.to = boxes[i];
        assert_int_equal(mail_build(mem, FROM, &m, &out, &why), E_VALIDATION);
    }
    for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
        struct mail m = plain;
        m.id = ids[i];
        assert_int_equal(mail_build(mem, FROM, &m, &out, &why), E_VALIDATION);
    }
    for (size_t i = 0; i < sizeof(senders) / sizeof(*senders); i++)
        assert_int_equal(mail_build(mem, senders[i], &plain, &out, &why), E_VALIDATION);
}

static void test_mail_long_lines_are_wrapped(void **state)
{
    (void)state;
    struct mail m = plain;
    char *line = arena_alloc(mem, 1000);
    memset(line, 'x', 998);
    m.text = line;
    holds(built(&m), "Content-Transfer-Encoding: 7bit\r\n");
    line[998] = 'x';
    m.text = line;
    const char *s = built(&m);
    holds(s, "Content-Transfer-Encoding: base64\r\n");
    for (const char *at = s; *at; at = strstr(at, "\r\n") + 2)
        assert_in_range(strcspn(at, "\r"), 0, 76);
}

static void test_mail_body_has_only_whole_line_ends(void **state)
{
    (void)state;
    struct mail m = plain;
    m.text = "a\rb\nc\r\nd\x1b[2J\n.\n" LINK;
    holds(built(&m), "\r\n\r\na\r\nb\r\nc\r\nd\uFFFD[2J\r\n.\r\n" LINK "\r\n");
    m.text = "你好\n" LINK "\n";
    holds(built(&m), "Content-Transfer-Encoding: 8bit\r\n\r\n你好\r\n" LINK "\r\n");
}

static void test_mail_html_beside_text(void **state)
{
    (void)state;
    struct mail m = plain;
    m.html = "<p>--=_job-7</p>";
    const char *s = built(&m);
    holds(s, "Content-Type: multipart/alternative;\r\n boundary=\"=_job-7.1\"\r\n");
    holds(s, "\r\n--=_job-7.1\r\nContent-Type: text/plain; charset=utf-8\r\n");
    holds(s, "\r\n--=_job-7.1\r\nContent-Type: text/html; charset=utf-8\r\n");
    holds(s, "\r\n--=_job-7.1--\r\n");
}

static void test_mail_file_is_whole_private_and_the_same_again(void **state)
{
    (void)state;
    char dir[] = "/tmp/test-mail-XXXXXX", name[512], bytes[4096] = "";
    const char *why = NULL, *expected = built(&plain);
    assert_non_null(mkdtemp(dir));
    struct mail_way way = {.url = arena_printf(mem, "file:%s", dir), .from = FROM};
    assert_int_equal(mail_send(mem, &way, &plain, &why), E_OK);
    assert_int_equal(mail_send(mem, &way, &plain, &why), E_OK);
    DIR *d = opendir(dir);
    int files = 0;
    for (struct dirent *entry; (entry = readdir(d));)
        files += *entry->d_name != '.';
    closedir(d);
    assert_int_equal(files, 1);
    snprintf(name, sizeof(name), "%s/20261122T030405.678Z-job-7.eml", dir);
    struct stat st;
    assert_int_equal(stat(name, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    FILE *f = fopen(name, "r");
    assert_int_equal(fread(bytes, 1, sizeof(bytes) - 1, f), strlen(expected));
    fclose(f);
    assert_string_equal(bytes, expected);
    unlink(name);
    rmdir(dir);
    assert_int_equal(mail_send(mem, &way, &plain, &why), E_UNAVAILABLE);
    assert_non_null(why);
}

static void test_mail_check_knows_the_ways(void **state)
{
    (void)state;
    static const struct {
        const char *url, *from;
        bool good;
    } rows[] = {{"file:/tmp", FROM, true},
                {"smtp://localhost:25", FROM, true},
                {"smtps://mx.example", "a@b.c", true},
                {"file:", FROM, false},
                {"smtp://", FROM, false},
                {"http://localhost", FROM, false},
                {"smtp://localhost", "x", false}};
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        const char *why = NULL;
        assert_int_equal(mail_check(&(struct mail_way){.url = rows[i].url, .from = rows[i].from}, &why),
                         rows[i].good);
        assert_int_equal(why == NULL, rows[i].good);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mail_plain_message),
        cmocka_unit_test(test_mail_headers_are_folded_ascii),
        cmocka_unit_test(test_mail_refuses_what_would_end_a_header),
        cmocka_unit_test(test_mail_long_lines_are_wrapped),
        cmocka_unit_test(test_mail_body_has_only_whole_line_ends),
        cmocka_unit_test(test_mail_html_beside_text),
        cmocka_unit_test(test_mail_file_is_whole_private_and_the_same_again),
        cmocka_unit_test(test_mail_check_knows_the_ways),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
