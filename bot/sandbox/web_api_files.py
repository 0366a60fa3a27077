"""files.*: an address to upload to, then the file is shared as a message."""

from bot.sandbox.elements import Json
from bot.sandbox.objects import file_json
from bot.sandbox.short_lived import ApiError
from bot.sandbox.web_api_chat import bots_channel
from bot.sandbox.workspace import BOT, File, Workspace


def upload_url(workspace: Workspace, args: Json) -> Json:
    file = File(workspace.new_id("F"), args["filename"], alt=args.get("alt_txt") or "")
    workspace.files[file.id] = file
    return {"upload_url": f"{workspace.url}/upload/{file.id}", "file_id": file.id}


def complete_upload(workspace: Workspace, args: Json) -> Json:
    """Without a channel only the bot itself has the files."""
    files = [_completed(workspace, entry) for entry in args["files"]]
    if channel_id := args.get("channel_id"):
        channel = bots_channel(workspace, channel_id)
        for file in files:
            file.channels.append(channel.id)
        comment, thread_ts = args.get("initial_comment") or "", args.get("thread_ts")
        workspace.post(channel.id, BOT, comment, files=files, thread_ts=thread_ts)
    return {"files": [file_json(workspace, file) for file in files]}


def file_info(workspace: Workspace, args: Json) -> Json:
    return {"file": file_json(workspace, _file(workspace, args["file"]))}


def _completed(workspace: Workspace, entry: Json) -> File:
    file = _file(workspace, entry["id"])
    file.title = entry.get("title") or file.name
    return file


def _file(workspace: Workspace, file_id: str) -> File:
    if file_id not in workspace.files:
        raise ApiError("file_not_found")
    return workspace.files[file_id]


METHODS = {
    "files.getUploadURLExternal": upload_url,
    "files.completeUploadExternal": complete_upload,
    "files.info": file_info,
}
