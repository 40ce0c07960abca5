/* SPDX-License-Identifier: MIT */
/* Slow jobs never keep quick ones waiting, and nothing that was queued is forgotten at the end. */
#include "server/http/workers.h"

#include <stdarg.h>
#include <stddef.h>

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <semaphore.h>
#include <stdatomic.h>

#define SLOW  40
#define QUICK 100

static char slow_job, quick_job;
static sem_t go_on, quick_done;
static atomic_int running, most, slow_done;

static void run(void *job)
{
    if (job == &quick_job) {
        sem_post(&quick_done);
        return;
    }
    int now = atomic_fetch_add(&running, 1) + 1, seen = atomic_load(&most);
    while (now > seen && !atomic_compare_exchange_weak(&most, &seen, now)) {
    }
    while (sem_wait(&go_on) && errno == EINTR) {
    }
    atomic_fetch_sub(&running, 1);
    atomic_fetch_add(&slow_done, 1);
}

static void test_workers_quick_jobs_pass_slow_ones(void **state)
{
    struct timespec until;
    (void)state;
    sem_init(&go_on, 0, 0);
    sem_init(&quick_done, 0, 0);
    assert_true(workers_open(16, run));
    for (int i = 0; i < SLOW; i++)
        assert_true(workers_put(&slow_job, true));
    for (int i = 0; i < QUICK; i++)
        assert_true(workers_put(&quick_job, false));
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 10;
    for (int i = 0; i < QUICK; i++)
        assert_int_equal(sem_timedwait(&quick_done, &until), 0);
    assert_int_equal(atomic_load(&slow_done), 0);
    assert_in_range(workers_waiting(), SLOW - 6, SLOW);

    int room = 0;
    while (workers_put(&slow_job, true))
        room++;
    assert_in_range(room, 100, 300); /* past that a login is refused at once */
    assert_true(workers_put(&quick_job, false));

    for (int i = 0; i < SLOW + room; i++)
        sem_post(&go_on);
    workers_close();
    assert_int_equal(atomic_load(&slow_done), SLOW + room);
    assert_int_equal(atomic_load(&most), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_workers_quick_jobs_pass_slow_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
