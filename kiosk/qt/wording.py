"""The program's own words on the screen, in the languages it speaks."""

WORDS: dict[str, dict[str, str]] = {
    "resume": {"zh": "{seconds} 秒后续播", "en": "Resumes in {seconds} s"},
    "held": {"zh": "已停留", "en": "Held"},
    "release": {"zh": "按 P 继续", "en": "P goes on"},
    "overview": {"zh": "总览", "en": "Overview"},
    "overview_keys": {"zh": "数字 + 回车 前往 Esc 返回", "en": "Number + Enter to go Esc to return"},
    "help": {"zh": "按键", "en": "Keys"},
    "go_to": {"zh": "前往 {number}", "en": "Go to {number}"},
    "problems": {"zh": "暂时没有可以播放的内容", "en": "There is nothing to play yet"},
    "problems_remedy": {
        "zh": "请按下列提示修改文件，然后重新启动。",
        "en": "Please mend the files as listed, then start again.",
    },
}

KEY_LIST: tuple[tuple[str, dict[str, str]], ...] = (
    ("→  ↓  PgDn  Space  Enter", {"zh": "下一步或下一页", "en": "next step or slide"}),
    ("←  ↑  PgUp  Backspace", {"zh": "上一页", "en": "previous slide"}),
    ("Home  End", {"zh": "第一页 最后一页", "en": "first and last slide"}),
    ("1 2 3 … + Enter", {"zh": "前往该页", "en": "go to that slide"}),
    ("O", {"zh": "总览", "en": "overview"}),
    ("P", {"zh": "停留 继续", "en": "hold and go on"}),
    ("B  .", {"zh": "黑屏", "en": "blank the screen"}),
    ("L", {"zh": "切换语言", "en": "change the language"}),
    ("F1  ?", {"zh": "显示按键", "en": "show the keys"}),
    ("Esc", {"zh": "回到自动播放", "en": "back to the loop"}),
    ("Ctrl+Shift+Q", {"zh": "退出", "en": "leave"}),
)


def say(key: str, language: str, **values: object) -> str:
    """The words for `key`; Chinese for Chinese languages, English for all others."""
    words = WORDS[key]
    return words["zh" if language.partition("-")[0] == "zh" else "en"].format(**values)
