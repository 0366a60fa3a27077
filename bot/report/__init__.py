"""The follow-up as files and pages: one value (`bot.domain.follow_up`) in, bytes or text out."""
