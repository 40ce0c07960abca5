/* SPDX-License-Identifier: MIT */
/* The compiled catalogues of common/po as bytes of the program. */
    .section .rodata
    .globl mo_zh_CN, mo_zh_CN_end, mo_en, mo_en_end
    .balign 8
mo_zh_CN:
    .incbin "build/gen/zh_CN.mo"
mo_zh_CN_end:
    .byte 0
    .balign 8
mo_en:
    .incbin "build/gen/en.mo"
mo_en_end:
    .byte 0
    .section .note.GNU-stack, "", @progbits
