@rem Runs a command of the dossier: dossier check, dossier new claim, dossier --help
@setlocal
@set PYTHONPATH=%~dp0hooks
@set PYTHONUTF8=1
@"%~dp0.venv\Scripts\python" -m dossier %*
