/* SPDX-License-Identifier: MIT */
/* What the daemon of this build says of its API (shopd openapi), as bytes of the program. */
    .section .rodata
    .globl openapi_json, openapi_json_end
    .balign 8
openapi_json:
    .incbin "build/gen/openapi.json"
openapi_json_end:
    .byte 0
    .section .note.GNU-stack, "", @progbits
