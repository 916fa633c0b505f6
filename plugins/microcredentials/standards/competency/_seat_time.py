"""Phrases that count presence instead of practice."""

_MEETINGS = "course*/workshop*/webinar*/training*/seminar*/conference*/institute*"
_LESSONS = f"{_MEETINGS}/session*/class*/lecture*"
_ANY = "a/an/the/this/each/every/all/one/two/three/four/five/six/your/our"  # and not “attends to the class”

SEAT_TIME = dict.fromkeys(
    (
        f"attend* {_LESSONS}",
        f"attend* {_ANY} … {_LESSONS}",
        "attend* at least … course*/workshop*/training*/session*",
        f"{_MEETINGS} you attended/took/completed",
        f"attendance at/in … {_MEETINGS}/session*",
        "attendance certificate*",
        "complete*/completion … course*/module*/training*/webinar*/workshop*",
        "finish* … course*/training*/webinar*",
        f"participate*/participation in … {_MEETINGS}",
        f"enroll*/register* in/for … {_LESSONS}",
        f"take*/took/taken {_ANY} course*/training*/webinar*",
        "watch*/view* … webinar*/lecture*",
        "watch*/view* … training video*",
        "sit* through",
        "hour*/day* of training/coursework/attendance/participation/seminar",
        "hour*/day* of professional development/learning",
        "clock/contact/credit/training/seat hour*",
        "college/graduate/university coursework",
        "hour course/module/webinar",
        "certificate* of attendance/completion/participation",
        f"certificate* from/for … {_MEETINGS}",
        "proof of attendance/completion/participation",
        "completion certificate*",
        "seat time",
        "continuing education unit*/credit*",
        "ceu/ceus",
        "professional development hour*/point*/credit*",
        "pd hour*/point*/credit*",
    ),
    "",
)
